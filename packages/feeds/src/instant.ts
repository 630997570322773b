import { ErrorInBoth } from '@tamizdat/problem';

/** RFC 3339 `date-time`, its offset required. */
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i;

/** A moment in a channel or item that cannot be used. */
export class FeedDateError extends ErrorInBoth {
  override name = 'FeedDateError';
  readonly code = 'feed-date';
}

/**
 * The moment an RFC 3339 text names. A date without an offset is refused, because its meaning
 * would be the time zone of the machine that builds.
 *
 * @throws {FeedDateError} when the text is no RFC 3339 date with an offset
 */
export function parseInstant(text: string): Date {
  const date = new Date(text);
  if (!RFC_3339.test(text) || Number.isNaN(date.getTime())) {
    throw new FeedDateError({
      en: `A feed got the date “${text}”. Write date, time and offset, for example 2026-11-22T10:00:00+03:00.`,
      ru: `В ленту попала дата «${text}». Напишите дату, время и часовой пояс, например 2026-11-22T10:00:00+03:00.`,
    });
  }
  return date;
}
