import { articleAddress } from '@tamizdat/archive';
import type { Article, Outlet } from '@tamizdat/article-schema';
import { absoluteAddress } from '../feeds/absolute-address.ts';

/**
 * What an article is a translation of. The original is the one without a translator; where several have none, the one
 * in the language that the outlet names first. The original itself does not list its translations: hreflang does.
 *
 * @param others The article in other languages, in the outlet's order.
 */
export function translationData(
  outlet: Pick<Outlet, 'origin' | 'languages'>,
  article: Article,
  others: readonly Article[],
): object {
  if (others.length === 0) return {};
  const rank = new Map(outlet.languages.map(({ code }, place) => [code, place]));
  const all = [article, ...others].sort(
    (a, b) => (rank.get(a.lang) ?? 0) - (rank.get(b.lang) ?? 0),
  );
  const original = all.find((each) => !isTranslated(each)) ?? all[0];
  const data = (other: Article): object => ({
    '@type': 'NewsArticle',
    url: absoluteAddress(outlet, articleAddress(other.address)),
    inLanguage: other.lang,
  });
  return original && original !== article ? { translationOfWork: data(original) } : {};
}

function isTranslated({ contributors }: Article): boolean {
  return contributors.some(({ role }) => role === 'translator');
}
