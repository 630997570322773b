import type { ArticleAddress } from '@tamizdat/article-schema';
import { matchPage } from './pages/match-page.ts';
import { buildAddress, PAGE_KINDS, type PageKindName } from './pages/page-kinds.ts';
import { FEEDS, namesPart } from './pages/list-pages.ts';
import { expressionOf, NAME } from './pages/parts.ts';

/**
 * Addresses of pages: paths in the tree from its root, `/`-separated, without a leading slash, always naming a file.
 * ASCII only, because every part is a slug, a number or a language tag.
 */
export type Address = string;

/** What a list page is about. */
export type ListKind = 'section' | 'tag' | 'author';

export const rootAddress: Address = buildAddress('root', {});
export const notFoundAddress: Address = buildAddress('notFound', {});

export function frontAddress(lang: string): Address {
  return buildAddress('front', { lang });
}

/** Address of an article: the date and slug of its folder. */
export function articleAddress(address: ArticleAddress): Address {
  return buildAddress('article', address);
}

/** An article as plain text, beside it. */
export function articleTextAddress(address: ArticleAddress): Address {
  return buildAddress('articleText', address);
}

/** What an article's page can do in its reader's browser. */
export function takeAlongScriptAddress(lang: string): Address {
  return buildAddress('takeAlongScript', { lang });
}

export function listAddress(lang: string, kind: ListKind, id: string): Address {
  return buildAddress('list', { lang, kind, id });
}

const ARTICLE = new RegExp(expressionOf(PAGE_KINDS.article.pattern, NAME));

/** Whether an address is one that articles have. Former addresses may look like it. */
export function isArticleAddress(address: Address): boolean {
  return ARTICLE.test(address);
}

/** A closed calendar page of a list: `yyyy-mm` for sections, `yyyy` for tags and authors. */
export function listPeriodAddress(
  lang: string,
  kind: ListKind,
  id: string,
  period: string,
): Address {
  return buildAddress('listPeriod', { lang, kind, id, period });
}

export function monthAddress(lang: string, year: string, month: string): Address {
  return buildAddress('month', { lang, year, month });
}

export function archiveAddress(lang: string): Address {
  return buildAddress('archive', { lang });
}

/** A page of all tags or authors of a language, counted from 1. */
export function namesAddress(lang: string, kind: 'tag' | 'author', number = 1): Address {
  return buildAddress('names', { lang, names: namesPart(kind, number) });
}

/** All parts of a series in a language. */
export function seriesAddress(lang: string, id: string): Address {
  return buildAddress('series', { lang, id });
}

/** The log of corrections: the latest year that has any. */
export function correctionsAddress(lang: string): Address {
  return buildAddress('corrections', { lang });
}

/** An earlier year of the log of corrections. */
export function correctionsYearAddress(lang: string, year: string): Address {
  return buildAddress('correctionsYear', { lang, year });
}

export function fixedPageAddress(lang: string, slug: string): Address {
  return buildAddress('fixedPage', { lang, page: slug });
}

/** Where readers learn how to give, with an anchor for each choice. */
export function supportAddress(lang: string): Address {
  return buildAddress('support', { lang });
}

/** The QR code of an account for an amount, by its name without `.svg`. */
export function supportDrawingAddress(name: string): Address {
  return buildAddress('supportDrawing', { file: `${name}.svg` });
}

/** A calendar file that reminds of a later look. */
export function reminderAddress(lang: string): Address {
  return buildAddress('reminder', { lang });
}

export function searchAddress(lang: string): Address {
  return buildAddress('search', { lang });
}

export function searchIndexAddress(lang: string): Address {
  return buildAddress('searchIndex', { lang, file: 'pagefind.js' });
}

export function feedsPageAddress(lang: string): Address {
  return buildAddress('feedsPage', { lang });
}

/** How to tell whether a copy of the site is genuine. */
export function verifyAddress(lang: string): Address {
  return buildAddress('verify', { lang });
}

/** Settings of the readers' worker; what it shows where a page is not at hand. */
export function readerAddress(lang: string): Address {
  return buildAddress('reader', { lang });
}

/** A part of the worker, by its name. */
export function readerScriptAddress(file: string): Address {
  return buildAddress('readerScript', { file });
}

export type FeedFormat = 'feed.xml' | 'atom.xml' | 'feed.json' | 'brief.xml';

/** All feeds of an edition. */
export const feedAddresses = (lang: string): Address[] =>
  FEEDS.map((format) => feedAddress(lang, format));

export function feedAddress(lang: string, format: FeedFormat): Address {
  return buildAddress('feed', { lang, feed: format });
}

export function listFeedAddress(lang: string, kind: ListKind, id: string): Address {
  return buildAddress('listFeed', { lang, kind, id });
}

/** The page where one subscribes to a newsletter. */
export function newsletterAddress(lang: string, id: string): Address {
  return buildAddress('newsletter', { lang, id });
}

/** An issue of a newsletter: its web version. */
export function newsletterIssueAddress(lang: string, id: string, issue: string): Address {
  return buildAddress('newsletterIssue', { lang, id, issue });
}

/** The newest issue of a newsletter, under an address that stays: what articles link to must not change every week. */
export function latestIssueAddress(lang: string, id: string): Address {
  return buildAddress('latestIssue', { lang, id });
}

export function newsletterFeedAddress(lang: string, id: string): Address {
  return buildAddress('newsletterFeed', { lang, id });
}

/** Articles of a week or a month as one file, by their days. */
export function bookAddress(lang: string, book: string): Address {
  return buildAddress('book', { lang, book });
}

/** The page that lists these. */
export function booksAddress(lang: string): Address {
  return buildAddress('books', { lang });
}

/** The same list for reading programs. */
export function bookCatalogueAddress(lang: string): Address {
  return buildAddress('bookCatalogue', { lang });
}

/** Where else the site can be read. */
export function mirrorsAddress(lang: string): Address {
  return buildAddress('mirrors', { lang });
}

/** The QR code of a mirror's address, by the mirror's name. */
export function mirrorCodeAddress(name: string): Address {
  return buildAddress('mirrorCode', { name });
}

export function mediaAddress(name: string): Address {
  return buildAddress('media', { file: name });
}

/** A sitemap, by its name without `.xml`. */
export function sitemapAddress(name: string): Address {
  return buildAddress('sitemap', { file: `${name}.xml` });
}

/** Page that leads on from a former address, given as in front matter: without `.html`. */
export function formerAddress(path: string): Address {
  return buildAddress('former', { former: path });
}

/** Pages that this kit makes: nobody ever saw one of these without `.html`. */
const OF_THE_KIT: ReadonlySet<PageKindName> = new Set(['article', 'list', 'series']);
/** What may be an edition: its folder has a front page. */
const EDITION = /^[a-z]{2,3}(?:-(?:[a-z]{4}|[a-z]{2}|\d{3}))*$/;

/**
 * All pages that lead on from a former address. One that another system gave, such as `2014/05/slug`, was linked to as
 * `/2014/05/slug/`, too: there hosts without rules answer with the `index.html` of a folder.
 */
export function formerPlaces(path: string): Address[] {
  const place = formerAddress(path);
  const [first = ''] = path.split('/');
  const isOfTheKit =
    EDITION.test(first) && matchPage(place).some(({ name }) => OF_THE_KIT.has(name));
  return isOfTheKit || EDITION.test(path) ? [place] : [place, formerAddress(`${path}/index`)];
}
