import type { ArticleAddress } from '@tamizdat/article-schema';
import { SEARCH_DECADE_MAX, SEARCH_RECENT_MAX, SEARCH_TIER_MAX } from '../limits.ts';

/** What is searched together: one index. */
export interface SearchTier<T> {
  /** `recent`, or a closed period: `2010s`, `2024`, `2024-q3`, `2024-07`, `2024-07-15`. Stays while the tier does. */
  key: string;
  /** In the order in which they were given. */
  articles: T[];
}

interface Dated {
  readonly address: Pick<ArticleAddress, 'year' | 'month' | 'day'>;
}

/** A day as `yyyy-mm-dd`: in the order of time, compared as text. */
type Day = string;

/**
 * Shares the listed articles of a language out to tiers, newest first; each stands in one, by its address's day.
 * The days and nothing else decide, so that an article later than all others changes the recent tier alone, until
 * that is full or a month begins: then what was recent longest moves into its closed period.
 */
export function buildSearchTiers<T extends Dated>(articles: readonly T[]): SearchTier<T>[] {
  if (articles.length === 0) return [];
  const edge = recentEdge(articles.map(dayOf));
  return [
    { key: 'recent', articles: articles.filter((article) => dayOf(article) >= edge) },
    ...splitClosed(
      articles.filter((article) => dayOf(article) < edge),
      CLOSED_PERIODS,
    ),
  ];
}

/**
 * The first day of what is recent: the earliest of a few days of the calendar from which no more articles follow
 * than are quickly indexed anew. When the newest article becomes a later one, the choice only moves on.
 */
function recentEdge(days: readonly Day[]): Day {
  const newest = days.reduce((latest, day) => (day > latest ? day : latest));
  const fits = (edge: Day): boolean =>
    days.filter((day) => day >= edge).length <= SEARCH_RECENT_MAX;
  return edgesBefore(newest).find(fits) ?? newest;
}

/**
 * Days from which on articles may be recent, in the order of time: the beginning; those of the year, quarter and month
 * of the newest article and the ones before; the 1st, 11th and 21st of these months; each day since the last of those.
 */
function edgesBefore(newest: Day): Day[] {
  const year = Number(newest.slice(0, 4));
  const month = Number(newest.slice(5, 7)) - 1;
  const quarter = month - (month % 3);
  const thirds = [month - 1, month].flatMap((of) => [1, 11, 21].map((day) => dayIn(year, of, day)));
  const lastThird = thirds.filter((day) => day <= newest).at(-1) ?? newest;
  const since = Array.from({ length: 11 }, (_, later) =>
    dayIn(year, month, Number(lastThird.slice(8)) + later),
  );
  const edges = [
    '',
    dayIn(year - 1, 0, 1),
    dayIn(year, 0, 1),
    dayIn(year, quarter - 3, 1),
    dayIn(year, quarter, 1),
    ...thirds,
    ...since,
  ];
  return [...new Set(edges)].filter((day) => day <= newest).sort();
}

/** A period's key by a day within it, and how many articles make one tier of it. */
interface ClosedPeriod {
  keyOf: (day: Day) => string;
  most: number;
}

/** From the longest to the shortest: one that holds too many is split into the next; a day is never split. */
const CLOSED_PERIODS: readonly ClosedPeriod[] = [
  { keyOf: (day) => `${day.slice(0, 3)}0s`, most: SEARCH_DECADE_MAX },
  { keyOf: (day) => day.slice(0, 4), most: SEARCH_TIER_MAX },
  {
    keyOf: (day) => `${day.slice(0, 4)}-q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
    most: SEARCH_TIER_MAX,
  },
  { keyOf: (day) => day.slice(0, 7), most: SEARCH_TIER_MAX },
  { keyOf: (day) => day, most: Infinity },
];

function splitClosed<T extends Dated>(
  articles: readonly T[],
  [period, ...shorter]: readonly ClosedPeriod[],
): SearchTier<T>[] {
  if (period === undefined) return [];
  const groups = new Map<string, T[]>();
  for (const article of articles) {
    const key = period.keyOf(dayOf(article));
    const group = groups.get(key);
    if (group) group.push(article);
    else groups.set(key, [article]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([key, group]) =>
      group.length <= period.most ? [{ key, articles: group }] : splitClosed(group, shorter),
    );
}

function dayOf({ address: { year, month, day } }: Dated): Day {
  return `${year}-${month}-${day}`;
}

/** Months are counted from 0 and may lie outside the year. */
function dayIn(year: number, month: number, day: number): Day {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}
