import type { Article } from '@tamizdat/article-schema';

/**
 * Whether an article may ask its readers for anything, money or an e-mail address: not where the newsroom says that asking
 * would be wrong, nor where the story comes with a content warning.
 */
export function mayAsk({
  showAppeal,
  contentWarnings,
}: Pick<Article, 'showAppeal' | 'contentWarnings'>): boolean {
  return showAppeal && contentWarnings.length === 0;
}
