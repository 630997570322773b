import { AGE_TOLD_DAYS } from '../limits.ts';

const DAY = 86_400_000;
/** Days of a unit, largest first; and so many of it make it the better word. */
const UNITS = [
  ['year', 365.25, 2],
  ['month', 30.44, 2],
  ['week', 7, 2],
  ['day', 1, 0],
] as const;

/**
 * How old a copy is, in words (“3 weeks ago”); undefined within a week, and where the reader’s clock is behind.
 * @param made RFC 3339
 * @param now Milliseconds
 * @param lang BCP 47
 */
export function ageOf(made: string, now: number, lang: string): string | undefined {
  const days = Math.floor((now - Date.parse(made)) / DAY);
  if (!(days > AGE_TOLD_DAYS)) return undefined;
  const [unit, length] = UNITS.find(([, size, atLeast]) => days / size >= atLeast) ?? UNITS[3];
  return new Intl.RelativeTimeFormat(lang).format(-Math.floor(days / length), unit);
}
