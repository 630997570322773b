import { asksIn, type Appeal, type Article } from '@tamizdat/article-schema';
import type { PageContext } from '../page/open-page.ts';

/**
 * The appeal under an article; none where the edition does not ask, the story says that asking would be wrong, or it comes
 * with a content warning.
 */
export async function appealOf(
  { lang, outlet, door }: Pick<PageContext, 'lang' | 'outlet' | 'door'>,
  { showAppeal, contentWarnings }: Pick<Article, 'showAppeal' | 'contentWarnings'>,
): Promise<Appeal | undefined> {
  if (!asksIn(outlet, lang) || !showAppeal || contentWarnings.length > 0) return undefined;
  return door.appeal(lang);
}
