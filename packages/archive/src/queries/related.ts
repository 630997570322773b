import type { Article } from '@tamizdat/article-schema';
import { RELATED_CANDIDATES } from '../limits.ts';
import { newestFirst } from '../visibility.ts';
import { listKey, type ArticleIndex } from './article-index.ts';

/**
 * Older articles in the same language that share tags or the section: most shared first, then the newest.
 * Only older ones, so that a new article changes no page but those it is on.
 */
export function relatedArticles(index: ArticleIndex, article: Article, limit: number): Article[] {
  const shared = new Map<Article, number>();
  const count = (candidates: Article[], weight: number): void => {
    for (const candidate of candidates)
      shared.set(candidate, (shared.get(candidate) ?? 0) + weight);
  };
  for (const tag of article.tags)
    count(olderIn(index, listKey(article.lang, 'tag', tag), article), 2);
  count(olderIn(index, listKey(article.lang, 'section', article.section), article), 1);
  return [...shared.entries()]
    .sort(([a, weightA], [b, weightB]) => weightB - weightA || newestFirst(a, b))
    .slice(0, limit)
    .map(([candidate]) => candidate);
}

function olderIn(index: ArticleIndex, key: string, article: Article): Article[] {
  const list = index.byList.get(key) ?? [];
  const start = firstOlder(list, article);
  const older = list.slice(start, start + RELATED_CANDIDATES);
  return article.translationKey === undefined
    ? older
    : older.filter((candidate) => candidate.translationKey !== article.translationKey);
}

/** Position of the first article in a newest-first list that is older than the given one. */
function firstOlder(list: readonly Article[], article: Article): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const candidate = list[middle];
    if (candidate && newestFirst(candidate, article) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
