import type { Article } from '@tamizdat/article-schema';
import { RELATED_CANDIDATES } from '../limits.ts';
import { listKey, type ArticleIndex } from './article-index.ts';

/**
 * Older articles in the same language that share tags or the section: most shared first, then the newest.
 * Only older ones, so that a new article changes no page but those it is on.
 */
export function relatedArticles(index: ArticleIndex, article: Article, limit: number): Article[] {
  const shared = new Map<Article, number>();
  for (const tag of article.tags)
    countShared(shared, olderIn(index, listKey(article.lang, 'tag', tag), article), 2);
  const section = listKey(article.lang, 'section', article.section);
  countShared(shared, olderIn(index, section, article), 1);
  return chooseFirst(index, shared, limit);
}

function countShared(
  shared: Map<Article, number>,
  candidates: readonly Article[],
  weight: number,
): void {
  for (const candidate of candidates) shared.set(candidate, (shared.get(candidate) ?? 0) + weight);
}

/** Those that share most, then the newest. */
function chooseFirst(
  { places }: ArticleIndex,
  shared: ReadonlyMap<Article, number>,
  limit: number,
): Article[] {
  const candidates = [...shared].map(([article, weight]) => ({
    article,
    weight,
    place: places.get(article) ?? Infinity,
  }));
  return candidates
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, limit)
    .map(({ article }) => article);
}

function olderIn(index: ArticleIndex, key: string, article: Article): Article[] {
  const list = index.byList.get(key) ?? [];
  const start = firstOlder(list, article, index.places);
  const older = list.slice(start, start + RELATED_CANDIDATES);
  return article.translationKey === undefined
    ? older
    : older.filter((candidate) => candidate.translationKey !== article.translationKey);
}

/** Position of the first article in a newest-first list that is older than the given one. */
function firstOlder(
  list: readonly Article[],
  article: Article,
  places: ReadonlyMap<Article, number>,
): number {
  const own = places.get(article) ?? Infinity;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const candidate = list[middle];
    if (candidate && (places.get(candidate) ?? Infinity) > own) high = middle;
    else low = middle + 1;
  }
  return low;
}
