import { parseInstant } from './instant.ts';
import { FULL_WINDOW_HOURS } from './limits.ts';

const HOUR_MS = 3_600_000;

/**
 * The articles a feed holds: every one of the {@link FULL_WINDOW_HOURS} hours before the clock,
 * and at least `minimum` where there are as many. One that is exactly that old has just left, one
 * that lies after the clock is not out yet.
 *
 * @param articles newest first
 * @param clock RFC 3339 with an offset
 * @throws {FeedDateError} when a date lacks its offset
 */
export function selectFeedItems<T extends { publishedAt: string }>(
  articles: T[],
  clock: string,
  minimum: number,
): T[] {
  const now = parseInstant(clock).getTime();
  const ages = articles.map((article) => now - parseInstant(article.publishedAt).getTime());
  const out = articles.filter((_, index) => (ages[index] ?? -1) >= 0);
  const recent = ages.filter((age) => age >= 0 && age < FULL_WINDOW_HOURS * HOUR_MS).length;
  return out.slice(0, Math.max(recent, minimum));
}
