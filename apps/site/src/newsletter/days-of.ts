import type { NewsletterIssue } from '@tamizdat/archive';
import type { Edition } from '@tamizdat/article-schema';

/** The days of an issue in the edition's language: "16–22 November 2026". */
export function daysOf(
  { from, to }: Pick<NewsletterIssue, 'from' | 'to'>,
  edition: Edition,
): string {
  const format = new Intl.DateTimeFormat(edition.locale, { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(new Date(from), new Date(to)).replaceAll('\u202f', '\u00a0');
}
