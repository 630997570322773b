import { appearsAt, instantOf } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import { type ArticleView, viewArticle } from '@tamizdat/render';
import type { Outgoing } from '../outgoing.ts';

/** How an article stands to readers at a time. */
export type Standing = 'public' | 'scheduled' | 'draft' | 'withdrawn' | 'removed';

/** @param now RFC 3339 */
export function standingOf(
  article: Pick<Article, 'status' | 'publishedAt' | 'embargoUntil'>,
  now: string,
): Standing {
  if (article.status === 'removed' || article.status === 'withdrawn') return article.status;
  if (article.status === 'draft' || article.publishedAt === undefined) return 'draft';
  return appearsAt(article) > instantOf(now) ? 'scheduled' : 'public';
}

/** An article that leaves, with what readers see of it. Its words are as they were written, not typeset. */
export interface Leaving {
  article: Article;
  view: ArticleView;
  markdown: string;
  /** Names of the files beside it. */
  files: readonly string[];
  standing: Standing;
  /** When it appeared or will, milliseconds since 1970; of a draft without a time, noon of its folder's day. */
  at: number;
}

/** Gathers an article that leaves. */
export async function leavingArticle(
  article: Article,
  { context, authors, filesBeside, loadText, now }: Outgoing,
): Promise<Leaving> {
  const view = await viewArticle(article, context, (id) => Promise.resolve(authors.get(id)));
  const standing = standingOf(article, now);
  return {
    article,
    view,
    markdown: await loadText(article),
    files: filesBeside(article),
    standing,
    at: timeOf(article, standing),
  };
}

function timeOf(article: Article, standing: Standing): number {
  const { year, month, day } = article.address;
  if (article.publishedAt === undefined) return Date.parse(`${year}-${month}-${day}T12:00:00Z`);
  return standing === 'scheduled' ? appearsAt(article) : instantOf(article.publishedAt);
}
