import type { ArticleOutline } from '../parse/article.ts';
import type { Finding, Span } from '../problem.ts';
import type { Front } from '../schema/front.ts';
import type { Outlet } from '../schema/outlet.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkFronts } from './check-fronts.ts';
import { checkIds, checkSeries, checkTranslations } from './check-identity.ts';
import { checkOutletPages } from './check-pages.ts';

/** A finding in a file, relative to the content folder; with its place where that is known. */
export interface AcrossFinding {
  path: string;
  finding: Finding;
  span?: Span;
}

/** What checks over all files look at. */
export interface ContentOutline {
  outlet?: Outlet;
  /** All articles, those with errors included, so that one error brings no others with it. */
  articles: readonly ArticleOutline[];
  fronts: readonly { lang: string; path: string; value: Front }[];
  /** Languages and slugs of the fixed pages. */
  pages: readonly { lang: string; slug: string }[];
}

/** Checks over all files: ids, translations, series, addresses, front pages, fixed pages. Pure. */
export function checkAcross(content: ContentOutline): AcrossFinding[] {
  return [
    ...checkIds(content.articles),
    ...checkTranslations(content.articles),
    ...checkSeries(content.articles),
    ...checkAddresses(content),
    ...checkFronts(content),
    ...(content.outlet === undefined ? [] : checkOutletPages(content.outlet, content.pages)),
  ];
}
