import type { Appeal, Article, Front, Outlet } from '@tamizdat/article-schema';
import { instantOf, timestampOf } from './instant.ts';
import { RECENT_MS } from './limits.ts';
import { startOfNextDay } from './local-day.ts';
import { periodOfDay } from './queries/newsletter-periods.ts';

/** What has a time of its own in the content. */
export interface Timed {
  articles: Iterable<Article>;
  fronts: Iterable<Front>;
  appeals?: readonly Appeal[];
  outlet: Pick<Outlet, 'books' | 'newsletters' | 'timeZone'>;
}

/** The clock of content that has no boundary yet. */
export const CLOCK_START = '1970-01-01T00:00:00Z';

/**
 * The only clock of a build: the latest boundary in the content that is not after `now`.
 * Boundaries are publications, their updates, corrections, notes and live entries, ends of embargoes, articles becoming 48 hours old, expiries of front page entries, ends
 * of the days that an issue of a newsletter or a book covers, edges of appeals, and, where there are appeals, the month’s
 * beginning: the reminder’s day is counted from it.
 * @param now RFC 3339.
 * @returns RFC 3339 in UTC.
 */
export function buildClock(content: Timed, now: string): string {
  const limit = instantOf(now);
  let latest = instantOf(CLOCK_START);
  for (const boundary of boundariesOf(content, limit)) {
    if (boundary <= limit && boundary > latest) latest = boundary;
  }
  return timestampOf(latest);
}

/**
 * The first boundary after `now`, up to which the same content makes the same tree.
 * @param now RFC 3339.
 * @returns RFC 3339 in UTC; undefined where none is to come.
 */
export function nextBoundary(content: Timed, now: string): string | undefined {
  const from = instantOf(now);
  const months = (content.appeals ?? []).length > 0 ? [monthOf(from, 1)] : [];
  let next = Infinity;
  for (const boundary of [...months, ...boundariesOf(content, from)])
    if (boundary > from && boundary < next) next = boundary;
  return next === Infinity ? undefined : timestampOf(next);
}

/** The instants (milliseconds) at which what readers see changes by itself. `now` tells which month begins. */
export function* boundariesOf(content: Timed, now: number): Iterable<number> {
  for (const article of content.articles) {
    yield* articleBoundaries(article);
    yield* issueEnds(article, content.outlet);
    yield* bookEnds(article, content.outlet);
  }
  for (const front of content.fronts) {
    for (const placed of [front.lead, ...front.secondRank]) {
      if (placed) yield upToSecond(instantOf(placed.until));
    }
  }
  const { appeals = [] } = content;
  if (appeals.length > 0) yield monthOf(now);
  for (const { from, until } of appeals) {
    for (const edge of [from, until]) if (edge !== undefined) yield upToSecond(instantOf(edge));
  }
}

/** The instant at which an instant’s month began, in UTC, or one that follows it. */
function monthOf(instant: number, later = 0): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later);
}

function* articleBoundaries(article: Article): Iterable<number> {
  if (article.status === 'draft' || article.status === 'removed' || !article.publishedAt) return;
  const appears = appearsAt(article);
  yield appears;
  // Sitemaps count the 48 hours from the publication, feeds from when readers could see the article.
  yield upToSecond(instantOf(article.publishedAt) + RECENT_MS);
  yield appears + RECENT_MS;
  yield* changes(article);
}

/** When an article was changed: pages and feeds say so, and no output bears a time after the clock. */
function* changes({ updatedAt, editorsNoteAt, corrections, live }: Article): Iterable<number> {
  const entries = (live?.entries ?? []).map(({ at }) => at);
  const times = [updatedAt, editorsNoteAt, live?.coverageEnd, ...entries];
  for (const at of [...times, ...corrections.map((correction) => correction.at)])
    if (at !== undefined) yield upToSecond(instantOf(at));
}

/** When issues that the article was picked for are complete: they then stand in the tree. */
function* issueEnds(
  { status, newsletter, lang, address }: Article,
  { newsletters, timeZone }: Timed['outlet'],
): Iterable<number> {
  if (status !== 'ready' || newsletter?.pick !== true) return;
  for (const { lang: written, frequency } of newsletters)
    if (written === lang) yield startOfNextDay(periodOfDay(address, frequency).to, timeZone);
}

/** When the days of an article's books are over: they then stand in the tree. */
function* bookEnds(
  { status, address }: Article,
  { books, timeZone }: Timed['outlet'],
): Iterable<number> {
  if (status !== 'ready' || books === undefined) return;
  if (books.weeks > 0) yield startOfNextDay(periodOfDay(address, 'weekly').to, timeZone);
  if (books.months > 0) yield startOfNextDay(periodOfDay(address, 'monthly').to, timeZone);
}

/** The fields that say when an article may be seen. */
export type Appearing = Pick<Article, 'publishedAt' | 'embargoUntil'>;

/**
 * When a published article may be seen: its publication or, if later, the end of its embargo. Milliseconds,
 * a whole second, because the clock has no parts of one.
 */
export function appearsAt(article: Appearing): number {
  const published = instantOf(article.publishedAt ?? CLOCK_START);
  const embargo = article.embargoUntil ? instantOf(article.embargoUntil) : published;
  return upToSecond(Math.max(published, embargo));
}

/** The clock has whole seconds; rounding down would stop it just before the boundary. */
function upToSecond(instant: number): number {
  return Math.ceil(instant / 1000) * 1000;
}
