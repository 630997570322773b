import type { Article } from '@tamizdat/article-schema';
import type { ListKind } from '../addresses.ts';

/** The calendar page an article is on: `yyyy-mm` in sections, `yyyy` under tags and authors. The address's date counts. */
export function periodOf(kind: ListKind, article: Article): string {
  const { year, month } = article.address;
  return kind === 'section' ? `${year}-${month}` : year;
}

/** Month of the address as `yyyy-mm`. */
export function monthOf(article: Article): string {
  return `${article.address.year}-${article.address.month}`;
}

/** Distinct values, newest first. */
export function distinctPeriods(
  articles: readonly Article[],
  period: (article: Article) => string,
): string[] {
  return [...new Set(articles.map(period))].sort().reverse();
}
