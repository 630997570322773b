import { type Appearing, appearsAt } from '../clock.ts';
import { instantOf } from '../instant.ts';
import { RECENT_MS } from '../limits.ts';

/**
 * The articles a feed holds, newest first by when readers could first see them, so that one whose embargo lasted for
 * days still reaches those who ask once a day: every one of the 48 hours before the clock, and at least `minimum` where
 * there are as many. One that is exactly that old has just left, one that lies after the clock is not out yet.
 * @param articles Newest first by publication; drafts without a time are left out.
 * @param clock RFC 3339 with an offset.
 */
export function selectFeedArticles<Seen extends Appearing>(
  articles: readonly Seen[],
  clock: string,
  minimum: number,
): Seen[] {
  const now = instantOf(clock);
  const out = articles
    .filter(({ publishedAt }) => publishedAt !== undefined)
    .map((article) => ({ article, appears: appearanceOf(article) }))
    .filter(({ appears }) => appears <= now)
    .sort((a, b) => b.appears - a.appears);
  const recent = out.filter(({ appears }) => now - appears < RECENT_MS).length;
  return out.slice(0, Math.max(recent, minimum)).map(({ article }) => article);
}

/** Each feed of each list asks for it; articles do not change once they are loaded. */
const appearances = new WeakMap<Appearing, number>();

function appearanceOf(article: Appearing): number {
  const known = appearances.get(article);
  if (known !== undefined) return known;
  const appears = appearsAt(article);
  appearances.set(article, appears);
  return appears;
}
