import type { Edition, Outlet } from '@tamizdat/article-schema';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, options);
    formats.set(key, format);
  }
  return format;
}

/** Day, month and year in the edition's language and the outlet's zone: "22 November 2026". */
export function longDate(timestamp: string, edition: Edition, outlet: Outlet): string {
  return formatOf(edition.locale, { dateStyle: 'long', timeZone: outlet.timeZone }).format(
    new Date(timestamp),
  );
}

/** Date, time and the zone's offset, which everybody can reckon with: "22 November 2026 at 14:05 (UTC+2)". */
export function dateAndTime(timestamp: string, edition: Edition, outlet: Outlet): string {
  const parts = formatOf(edition.locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: outlet.timeZone,
    timeZoneName: 'shortOffset',
  }).formatToParts(new Date(timestamp));
  return (
    parts
      .map(({ type, value }) =>
        type === 'timeZoneName' ? `(${value.replace('GMT', 'UTC')})` : value,
      )
      .join('')
      // Some languages (Persian) have brackets there themselves.
      .replace('((', '(')
      .replace('))', ')')
      .replaceAll('\u202f', '\u00a0')
  );
}

/** A sentence that a date may end: Russian ones end with a full stop of their own ("2026 г."). */
export function endOnce(sentence: string): string {
  return sentence.replaceAll(/(?<!\.)\.\.(?!\.)/g, '.');
}

/** Hour and minute: "14:05". */
export function timeOfDay(timestamp: string, edition: Edition, outlet: Outlet): string {
  return formatOf(edition.locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: outlet.timeZone,
  }).format(new Date(timestamp));
}

/** Day, month and time, for a list whose year is told beside it: "22 Nov, 14:05". */
export function dayAndTime(timestamp: string, edition: Edition, outlet: Outlet): string {
  return formatOf(edition.locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: outlet.timeZone,
  }).format(new Date(timestamp));
}

/**
 * Month and year of `yyyy-mm`: "November 2026", with a capital as a heading has. The archive's months are those of
 * the Gregorian calendar, whichever the locale counts by: their addresses are.
 */
export function monthName(month: string, edition: Edition): string {
  const date = new Date(`${month}-15T00:00:00Z`);
  const name = formatOf(edition.locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
  }).format(date);
  return capitalized(name, edition.locale);
}

/** A year of the archive in the edition's digits: "2026", "٢٠٢٦". */
export function yearName(year: string, edition: Edition): string {
  return formatOf(edition.locale, {
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
  }).format(new Date(`${year}-07-01T00:00:00Z`));
}

/** Month alone, for a list under its year. */
export function monthAlone(month: string, edition: Edition): string {
  const date = new Date(`${month}-15T00:00:00Z`);
  return capitalized(
    formatOf(edition.locale, { month: 'long', timeZone: 'UTC', calendar: 'gregory' }).format(date),
    edition.locale,
  );
}

function capitalized(text: string, locale: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join('');
}

/** Name of a calendar page: a month of `yyyy-mm`, a year of `yyyy`. */
export function periodName(period: string, edition: Edition): string {
  return period.includes('-') ? monthName(period, edition) : yearName(period, edition);
}
