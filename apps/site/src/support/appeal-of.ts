import { asksIn, type Appeal, type Article } from '@tamizdat/article-schema';
import type { PageContext } from '../page/open-page.ts';
import { mayAsk } from './may-ask.ts';

/** The appeal under an article; none where the edition does not ask, or the story should not. */
export async function appealOf(
  { lang, outlet, door }: Pick<PageContext, 'lang' | 'outlet' | 'door'>,
  article: Pick<Article, 'showAppeal' | 'contentWarnings'>,
): Promise<Appeal | undefined> {
  if (!asksIn(outlet, lang) || !mayAsk(article)) return undefined;
  return door.appeal(lang);
}
