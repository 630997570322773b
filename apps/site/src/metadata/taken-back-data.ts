import { lastChange } from '@tamizdat/render';
import type { Article } from '@tamizdat/article-schema';
import type { PageContext } from '../page/open-page.ts';
import { correctionUrl } from './article-data.ts';
import type { LinkedNode } from './json-ld.ts';
import { publisherData } from './outlet-data.ts';

/**
 * What schema.org can truly say of a page whose article was taken back: that a withdrawn one was withdrawn, when, and where
 * the newsroom says why; of a removed one, whose page names nothing, only who answers for the page.
 */
export async function takenBackData(
  page: PageContext,
  article: Article,
  removed: boolean,
): Promise<LinkedNode> {
  const publisher = await publisherData(page);
  if (removed) return { '@type': 'WebPage', publisher };
  return {
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: article.publishedAt,
    dateModified: lastChange(article),
    creativeWorkStatus: 'Withdrawn',
    correction: correctionUrl(page, article),
    publisher,
  };
}
