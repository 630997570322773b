import { fillPattern } from './fill-pattern.ts';
import * as list from './list-pages.ts';
import * as of from './of-articles.ts';
import type { PageKind } from './page-kind.ts';
import * as weight from './weights.ts';

/** A page and a folder of a name, for the site and for each edition. */
const everywhere = (name: string): readonly string[] =>
  ['', '{lang}/'].flatMap((folder) => [`${folder}${name}.html`, `${folder}${name}/{file}`]);

/**
 * Every kind of page and file that the kit makes. Addresses are made from this table and no other way; which pages
 * there are, which of them a text may link to, which sitemaps name, what each may weigh and what is not free for former
 * addresses and fixed pages is read off it. Where the patterns of two fit one address, the narrower stands first: it is
 * what the address is weighed as.
 */
export const PAGE_KINDS = {
  root: {
    pattern: 'index.html',
    what: { en: 'the site’s front page', ru: 'главная страница сайта' },
    list: list.once,
    ofArticles: false,
    weight: weight.list('front page'),
  },
  notFound: {
    pattern: '404.html',
    what: {
      en: 'the page that hosts show for wrong addresses',
      ru: 'страница, которую показывают по неверному адресу',
    },
    list: list.once,
    ofArticles: false,
    weight: weight.bare('not found'),
  },
  front: {
    pattern: '{lang}/index.html',
    what: { en: 'an edition’s front page', ru: 'главная страница на одном из языков' },
    list: list.editions,
    ofArticles: false,
    sitemap: 'all',
    weight: weight.list('front page'),
  },
  article: {
    pattern: '{lang}/{year}/{month}/{day}/{slug}.html',
    list: list.articles,
    ofArticles: of.ownPage,
    sitemap: 'by month',
    weight: weight.article('article'),
  },
  articleText: {
    pattern: '{lang}/{year}/{month}/{day}/{slug}.txt',
    list: list.articleTexts,
    ofArticles: of.besideArticle,
  },
  takeAlongScript: {
    pattern: '{lang}/take-along.js',
    what: { en: 'the script of articles', ru: 'скрипт статей' },
    list: list.editions,
    ofArticles: false,
  },
  archive: {
    pattern: '{lang}/archive.html',
    what: { en: 'the archive', ru: 'архив' },
    list: list.editions,
    ofArticles: false,
    sitemap: 'all',
    weight: weight.closedList('archive'),
  },
  names: {
    pattern: '{lang}/archive/{names}.html',
    kept: ['{lang}/archive/{file}.html'],
    what: { en: 'the lists of all tags and authors', ru: 'списки всех тем и авторов' },
    list: list.names,
    ofArticles: of.time,
    weight: weight.list('all tags or authors'),
  },
  list: {
    pattern: '{lang}/{kind}/{id}.html',
    what: { en: 'the pages of a section, tag or author', ru: 'страницы раздела, темы или автора' },
    list: list.lists,
    ofArticles: of.list,
    sitemap: list.sections,
    weight: ({ kind = 'list' }) => weight.list(kind),
  },
  listPeriod: {
    pattern: '{lang}/{kind}/{id}/{period}.html',
    what: { en: 'the pages of a section, tag or author', ru: 'страницы раздела, темы или автора' },
    list: list.listPeriods,
    ofArticles: of.olderList,
    weight: ({ kind = 'list' }) => weight.closedList(`${kind}, older`),
  },
  month: {
    pattern: '{lang}/{year}/{month}/index.html',
    what: { en: 'the archive of a month', ru: 'архив месяца' },
    list: list.months,
    ofArticles: of.time,
    weight: weight.closedList('month'),
  },
  series: {
    pattern: '{lang}/series/{id}.html',
    what: { en: 'the pages of a series', ru: 'страницы серии' },
    list: list.series,
    ofArticles: of.series,
    weight: weight.closedList('series'),
  },
  corrections: {
    pattern: '{lang}/corrections.html',
    what: { en: 'the log of corrections', ru: 'журнал исправлений' },
    list: list.editions,
    ofArticles: false,
    weight: weight.text('corrections'),
  },
  correctionsYear: {
    pattern: '{lang}/corrections/{year}.html',
    what: { en: 'the log of corrections of a year', ru: 'журнал исправлений за год' },
    list: list.correctionYears,
    ofArticles: of.time,
    weight: weight.text('earlier corrections'),
  },
  mirrors: {
    pattern: '{lang}/mirrors.html',
    what: { en: 'the page of mirrors', ru: 'страница зеркал' },
    list: list.mirrorPages,
    ofArticles: false,
    sitemap: 'all',
    weight: weight.closedList('mirrors'),
  },
  mirrorCode: {
    pattern: 'mirrors/{name}.svg',
    kept: ['mirrors/{file}'],
    what: { en: 'the codes of mirrors', ru: 'коды зеркал' },
    list: list.mirrorCodes,
    ofArticles: false,
  },
  support: {
    pattern: '{lang}/support.html',
    what: { en: 'the page about support', ru: 'страница о поддержке' },
    list: list.supportPages,
    ofArticles: false,
    sitemap: 'all',
    weight: weight.closedList('support'),
  },
  supportDrawing: {
    pattern: 'support/{file}',
    what: { en: 'the drawings of ways to give', ru: 'рисунки способов пожертвовать' },
  },
  reminder: {
    pattern: '{lang}/later.ics',
    what: { en: 'the reminder', ru: 'напоминание' },
    list: list.supportPages,
    ofArticles: false,
  },
  search: {
    pattern: '{lang}/search.html',
    what: { en: 'the search page', ru: 'страница поиска' },
    list: list.editions,
    ofArticles: false,
    weight: weight.list('search'),
  },
  searchIndex: {
    pattern: 'search/{lang}/{file}',
    what: { en: 'the search index', ru: 'указатель для поиска' },
  },
  feedsPage: {
    pattern: '{lang}/feeds.html',
    what: { en: 'the page of feeds', ru: 'страница лент' },
    list: list.editions,
    ofArticles: false,
    weight: weight.list('feeds page'),
  },
  feed: {
    pattern: '{lang}/{feed}',
    what: { en: 'a feed', ru: 'лента' },
    list: list.feeds,
    ofArticles: false,
    weight: ({ feed }) => weight.feed(feed),
  },
  listFeed: {
    pattern: '{lang}/{kind}/{id}.xml',
    what: { en: 'the feed of a section, tag or author', ru: 'лента раздела, темы или автора' },
    list: list.lists,
    ofArticles: of.list,
    weight: { called: 'list feed' },
  },
  verify: {
    pattern: '{lang}/verify.html',
    kept: everywhere('verify'),
    what: {
      en: 'the page about checking a copy of the site',
      ru: 'страница о проверке копии сайта',
    },
    list: list.verifyPages,
    ofArticles: false,
    weight: weight.text('check of a copy'),
  },
  reader: {
    pattern: '{lang}/reader.html',
    what: {
      en: 'the page about reading where the site is blocked',
      ru: 'страница о чтении при блокировке',
    },
    list: list.readerPages,
    ofArticles: false,
    weight: weight.settings('reader settings'),
  },
  readerWords: {
    pattern: '{lang}/reader.json',
    what: { en: 'the words of the readers’ worker', ru: 'слова помощника в браузере' },
    list: list.readerPages,
    ofArticles: false,
  },
  readerScript: {
    pattern: 'reader/{file}',
    what: { en: 'the scripts of the readers’ worker', ru: 'сценарии помощника в браузере' },
  },
  newsletter: {
    pattern: '{lang}/newsletter/{id}.html',
    kept: everywhere('newsletter'),
    what: { en: 'the pages of newsletters', ru: 'страницы рассылок' },
    list: list.newsletters,
    ofArticles: false,
    weight: weight.text('newsletter'),
  },
  latestIssue: {
    pattern: '{lang}/newsletter/{id}/latest.html',
    what: { en: 'the pages of newsletters', ru: 'страницы рассылок' },
    list: list.latestIssues,
    ofArticles: of.latestIssue,
    weight: weight.closedList('issue of a newsletter'),
  },
  newsletterIssue: {
    pattern: '{lang}/newsletter/{id}/{issue}.html',
    what: { en: 'the pages of newsletters', ru: 'страницы рассылок' },
    list: list.newsletterIssues,
    ofArticles: of.issue,
    weight: weight.closedList('issue of a newsletter'),
  },
  newsletterFeed: {
    pattern: '{lang}/newsletter/{id}.xml',
    what: { en: 'the pages of newsletters', ru: 'страницы рассылок' },
    list: list.newsletters,
    ofArticles: false,
  },
  books: {
    pattern: '{lang}/books.html',
    what: { en: 'the page of books', ru: 'страница книг' },
    list: list.bookPages,
    ofArticles: of.books,
    weight: weight.closedList('books'),
  },
  bookCatalogue: {
    pattern: '{lang}/books.xml',
    what: { en: 'the catalogue of books', ru: 'каталог книг' },
    list: list.bookPages,
    ofArticles: of.books,
  },
  book: {
    pattern: '{lang}/books/{book}.epub',
    what: { en: 'the books', ru: 'книги' },
    list: list.books,
    ofArticles: of.books,
  },
  media: { pattern: 'media/{file}', what: { en: 'the site’s images', ru: 'картинки сайта' } },
  sitemap: {
    pattern: 'sitemaps/{file}',
    kept: ['sitemaps/{file}', 'sitemap.xml', 'news-sitemap.xml'],
    what: { en: 'the sitemaps', ru: 'карты сайта' },
  },
  openSearch: {
    pattern: '{lang}/opensearch.xml',
    what: { en: 'the description of the search', ru: 'описание поиска' },
  },
  fixedPage: {
    pattern: '{lang}/{page}.html',
    list: list.fixedPages,
    ofArticles: false,
    sitemap: 'all',
    changedAt: list.fixedPageChange,
    weight: weight.reading('fixed page'),
  },
  release: {
    pattern: 'release/{file}',
    kept: everywhere('release'),
    what: { en: 'the site’s releases', ru: 'выпуски сайта' },
  },
  formerFeed: {
    pattern: '{former}.xml',
    list: list.formerFeeds,
    ofArticles: of.ownPage,
  },
  former: {
    pattern: '{former}.html',
    list: list.formerAddresses,
    ofArticles: of.ownPage,
    weight: weight.list('former address'),
  },
} as const satisfies Record<string, PageKind>;

export type PageKindName = keyof typeof PAGE_KINDS;

/** The names in the braces of a pattern. */
type PartOf<Pattern extends string> = Pattern extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PartOf<Rest>
  : never;

/** What varies in the addresses of a kind of page. */
export type PageParts<Name extends PageKindName> = Readonly<
  Record<PartOf<(typeof PAGE_KINDS)[Name]['pattern']>, string>
>;

/** Builds an address: puts the parts into the pattern's braces. */
export function buildAddress<Name extends PageKindName>(
  name: Name,
  parts: PageParts<Name>,
): string {
  return fillPattern(PAGE_KINDS[name].pattern, parts);
}
