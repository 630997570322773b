import type { Article, Newsletter } from '@tamizdat/article-schema';
import type { PageContext } from '../page/open-page.ts';
import { mayAsk } from '../support/may-ask.ts';

/**
 * The newsletter that an article offers in its text: the first of its edition. None where the story may ask for nothing,
 * and in a live blog, which is read from its newest entry.
 */
export function newsletterOf(
  { lang, outlet }: Pick<PageContext, 'lang' | 'outlet'>,
  article: Pick<Article, 'kind' | 'showAppeal' | 'contentWarnings'>,
): Newsletter | undefined {
  if (article.kind === 'live' || !mayAsk(article)) return undefined;
  return outlet.newsletters.find((newsletter) => newsletter.lang === lang);
}
