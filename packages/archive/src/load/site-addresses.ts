import { asksIn, type ContentOutline, type Mirror, type Outlet } from '@tamizdat/article-schema';
import {
  archiveAddress,
  correctionsAddress,
  articleAddress,
  feedsPageAddress,
  fixedPageAddress,
  formerAddress,
  frontAddress,
  listAddress,
  mirrorsAddress,
  monthAddress,
  newsletterAddress,
  rootAddress,
  searchAddress,
  seriesAddress,
  supportAddress,
  verifyAddress,
} from '../addresses.ts';
import { mirrorsFor } from '../queries/mirrors.ts';

/** The addresses of all pages a text may link to, out of what the content says. */
export function siteAddresses(
  outlet: Outlet | undefined,
  { articles, pages }: Pick<ContentOutline, 'articles' | 'pages'>,
  authors: Iterable<string>,
  mirrors: readonly Mirror[],
): Set<string> {
  const authorIds = [...authors];
  return new Set([
    rootAddress,
    ...articles.flatMap(({ address }) =>
      address === undefined
        ? []
        : [articleAddress(address), monthAddress(address.lang, address.year, address.month)],
    ),
    ...articles.flatMap(({ formerAddresses }) => (formerAddresses ?? []).map(formerAddress)),
    ...pages.map(({ lang, slug }) => fixedPageAddress(lang, slug)),
    ...(outlet?.languages ?? [])
      .filter(({ code }) => mirrorsFor(mirrors, code).length > 0)
      .map(({ code }) => mirrorsAddress(code)),
    ...(outlet?.languages ?? []).flatMap(({ code }) => editionAddresses(code, outlet, authorIds)),
  ]);
}

function editionAddresses(
  lang: string,
  outlet: Outlet | undefined,
  authors: readonly string[],
): string[] {
  return [
    frontAddress(lang),
    archiveAddress(lang),
    correctionsAddress(lang),
    searchAddress(lang),
    feedsPageAddress(lang),
    ...(outlet?.rootFingerprint === undefined ? [] : [verifyAddress(lang)]),
    ...(outlet !== undefined && asksIn(outlet, lang) ? [supportAddress(lang)] : []),
    ...(outlet?.sections ?? []).map(({ id }) => listAddress(lang, 'section', id)),
    ...(outlet?.tags ?? []).map(({ id }) => listAddress(lang, 'tag', id)),
    ...(outlet?.series ?? []).map(({ id }) => seriesAddress(lang, id)),
    ...authors.map((id) => listAddress(lang, 'author', id)),
    ...(outlet?.newsletters ?? [])
      .filter((newsletter) => newsletter.lang === lang)
      .map(({ id }) => newsletterAddress(lang, id)),
  ];
}
