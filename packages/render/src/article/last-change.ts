import type { Article } from '@tamizdat/article-schema';

/** The latest of an article's update, corrections and live entries, or undefined where it stands as it was published. */
export function lastChange(article: Article): string | undefined {
  const changes = [
    article.updatedAt,
    ...article.corrections.map(({ at }) => at),
    ...(article.live?.entries ?? []).map(({ at }) => at),
  ].filter((at) => at !== undefined);
  return changes.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}
