import type { ArticleAddress, NewsletterFrequency } from '@tamizdat/article-schema';

/** The days that one issue of a newsletter covers. */
export interface NewsletterPeriod {
  /** `2026-11-22` for a daily, `2026-w47` (ISO 8601's week, in the small letters that addresses have) for a weekly, `2026-11` for a monthly one. */
  id: string;
  /** First and last day, `yyyy-mm-dd` in the outlet's zone. */
  from: string;
  to: string;
}

type Day = Pick<ArticleAddress, 'year' | 'month' | 'day'>;

const DAY_MS = 86_400_000;

/** The period that a day falls into. */
export function periodOfDay(
  { year, month, day }: Day,
  frequency: NewsletterFrequency,
): NewsletterPeriod {
  const date = `${year}-${month}-${day}`;
  switch (frequency) {
    case 'daily':
      return { id: date, from: date, to: date };
    case 'weekly':
      return weekOf(Date.parse(date));
    case 'monthly':
      return {
        id: `${year}-${month}`,
        from: `${year}-${month}-01`,
        to: dayOf(Date.UTC(Number(year), Number(month), 0)),
      };
  }
}

/** How many weeks a year has, 52 or 53. @param year `yyyy` */
export const weeksOf = (year: string): number =>
  // ISO 8601: 28 December is in the year’s last week.
  Number(periodOfDay({ year, month: '12', day: '28' }, 'weekly').id.slice(-2));

/** ISO 8601: a week belongs to the year of its Thursday. */
function weekOf(midnight: number): NewsletterPeriod {
  const weekday = (new Date(midnight).getUTCDay() + 6) % 7;
  const monday = midnight - weekday * DAY_MS;
  const year = new Date(monday + 3 * DAY_MS).getUTCFullYear();
  const fourth = Date.UTC(year, 0, 4);
  const firstMonday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  const week = 1 + Math.round((monday - firstMonday) / (7 * DAY_MS));
  return {
    id: `${year}-w${String(week).padStart(2, '0')}`,
    from: dayOf(monday),
    to: dayOf(monday + 6 * DAY_MS),
  };
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
