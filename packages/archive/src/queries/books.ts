import type { Article, Outlet } from '@tamizdat/article-schema';
import { BOOK_ARTICLES_MAX } from '../limits.ts';
import { buildNewsletterIssues, isClosed, type NewsletterIssue } from './newsletter-issues.ts';

/** A book of the articles of some days, all of them. */
export type BookIssue = NewsletterIssue;

/**
 * The books that an outlet has in its tree: of each kind the newest whose days are over, the latest days first. So a book
 * changes by corrections alone. Days with more articles than anybody finds their way in have none.
 * @param articles Listed articles of a language, newest first.
 * @param clock RFC 3339.
 */
export function buildBooks(
  articles: readonly Article[],
  { books, timeZone }: Pick<Outlet, 'books' | 'timeZone'>,
  clock: string,
): BookIssue[] {
  const kinds = [
    ['weekly', books?.weeks ?? 0],
    ['monthly', books?.months ?? 0],
  ] as const;
  const found = kinds.flatMap(([frequency, count]) =>
    count === 0
      ? []
      : buildNewsletterIssues(articles, frequency, 'all')
          .filter((issue) => isClosed(issue, clock, timeZone))
          .slice(0, count)
          .filter((issue) => issue.articles.length <= BOOK_ARTICLES_MAX),
  );
  return found.sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : a.id < b.id ? 1 : -1));
}
