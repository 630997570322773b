import { SHOWN_CHARACTERS } from './limits.ts';

/**
 * What somebody else wrote, on one line and not too long; signs that a terminal obeys are escaped where it is printed.
 * @param most Characters that are shown.
 */
export function shownText(text: string, most = SHOWN_CHARACTERS): string {
  const line = text.split(/\s+/).filter(Boolean).join(' ');
  return line.length > most ? `${line.slice(0, most)}…` : line;
}
