import { SHOWN_CHARACTERS } from './limits.ts';

/** What somebody else wrote, on one line and not too long; signs that a terminal obeys are escaped where it is printed. */
export function shownText(text: string): string {
  const line = text.split(/\s+/).filter(Boolean).join(' ');
  return line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS)}…` : line;
}
