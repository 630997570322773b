import { appearsAt, timestampOf } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import { selectFeedItems } from '@tamizdat/feeds';
import type { FeedContext } from './feed-context.ts';

/**
 * The articles of a feed, newest first: by when readers could first see them, so that one whose embargo
 * lasted for days still reaches those who ask once a day.
 */
export async function feedArticles(
  { door, lang }: FeedContext,
  wanted: (article: Article) => boolean,
  minimum: number,
): Promise<Article[]> {
  const found = await door.followed(lang);
  const seen = found
    .filter(({ article }) => article.publishedAt !== undefined && wanted(article))
    .map(({ article }) => ({ article, appears: appearsAt(article) }))
    .sort((a, b) => b.appears - a.appears)
    .map(({ article, appears }) => ({ article, publishedAt: timestampOf(appears) }));
  return selectFeedItems(seen, door.clock, minimum).map(({ article }) => article);
}

/** The latest of an article's update, corrections and live entries, or undefined where it stands as it was published. */
export function lastChange(article: Article): string | undefined {
  const changes = [
    article.updatedAt,
    ...article.corrections.map(({ at }) => at),
    ...(article.live?.entries ?? []).map(({ at }) => at),
  ].filter((at) => at !== undefined);
  return changes.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}
