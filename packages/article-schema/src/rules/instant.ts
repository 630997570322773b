const PARTS =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2}))?.*?(?:[+-](\d{2}):(\d{2}))?$/;

/** Whether an RFC 3339 date-time names a day, time and offset that exist (no 31 February, no leap second). */
export function isInstant(text: string): boolean {
  const match = PARTS.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ...offset] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return (
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60 &&
    (offset[0] ?? 0) < 24 &&
    (offset[1] ?? 0) < 60
  );
}

/** Whether a year, month or day, `yyyy`, `yyyy-mm` or `yyyy-mm-dd`, exists. */
export const isDay = (text: string): boolean =>
  isInstant(`${text}${'-01-01'.slice(text.length - 4)}T00:00Z`);

/** Milliseconds since 1970 of an RFC 3339 date-time; NaN where it is none. */
export function instantOf(timestamp: string): number {
  return Date.parse(timestamp.replace(' ', 'T'));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day, `yyyy-mm-dd`, of an instant in an IANA time zone. */
export function dayInZone(timestamp: string, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    const options = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone } as const;
    format = new Intl.DateTimeFormat('en-GB', { ...options, calendar: 'iso8601' });
    formats.set(timeZone, format);
  }
  const parts = new Map(
    format.formatToParts(instantOf(timestamp)).map(({ type, value }) => [type, value]),
  );
  return `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}

/** Whether the runtime knows an IANA time zone by this name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
