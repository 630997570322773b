import type { ArticleOutline } from '../parse/article.ts';
import type { Finding, InBoth, Span } from '@tamizdat/problem';
import type { Appeal } from '../schema/appeal.ts';
import type { Author } from '../schema/author.ts';
import type { Front } from '../schema/front.ts';
import type { Outlet } from '../schema/outlet.ts';
import type { Page } from '../schema/page.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkAppeals } from './check-appeals.ts';
import { checkFronts } from './check-fronts.ts';
import { checkFeedIds, checkIds, checkSeries, checkTranslations } from './check-identity.ts';
import { checkAuthorNames, checkTaxonNames } from './check-names.ts';
import { checkOutletPages } from './check-pages.ts';
import { checkWords } from './check-words.ts';

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
  /** The fixed pages, those with errors included. */
  pages: readonly Pick<Page, 'lang' | 'slug' | 'formerAddresses'>[];
  appeals?: readonly Appeal[];
  /** Records of authors. */
  authors?: readonly Pick<Author, 'id' | 'name' | 'formerAddresses' | 'formerFeeds'>[];
  /** Files that a pull request adds; not known where absent. */
  added?: ReadonlySet<string>;
  /** RFC 3339: what is over by then is told of. */
  now?: string;
  /** Languages with a file of words; not checked where absent. */
  words?: readonly string[];
  /**
   * What of the site's own stands at an address without “.html”, or at one of a feed; nothing is taken where absent. A list
   * may have stood where the kit's lists stand, under an id that there is no more.
   */
  reserved?: (address: string, isOfList?: boolean) => InBoth | undefined;
}

/** Checks over all files: ids, translations, series, addresses, names, front pages, fixed pages, appeals, words. Pure. */
export function checkAcross(content: ContentOutline): AcrossFinding[] {
  const { outlet, words, appeals = [], now } = content;
  return [
    ...checkIds(content.articles),
    ...checkFeedIds(content.articles, outlet),
    ...checkTranslations(content.articles),
    ...checkSeries(content.articles),
    ...checkAuthorNames(content.authors ?? [], content.added),
    ...(outlet === undefined ? [] : checkTaxonNames(outlet)),
    ...checkAddresses(content),
    ...checkFronts(content),
    ...(outlet === undefined ? [] : checkOutletPages(outlet, content.pages)),
    ...(outlet === undefined ? [] : checkAppeals(outlet, appeals, now)),
    ...(outlet === undefined || words === undefined ? [] : checkWords(outlet, words)),
  ];
}
