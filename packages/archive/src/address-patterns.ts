import type { InBoth } from '@tamizdat/article-schema';

/** One kind of address of the kit, and what a message calls the thing that stands there. */
interface AddressPattern {
  /** The file's path, with the parts that vary in braces. */
  pattern: string;
  /** What stands there; absent where the content alone says which of these addresses are taken. */
  what?: InBoth;
}

/**
 * Every address that the kit makes. Addresses are made from this table and no other way, so that
 * what is not free for former addresses and fixed pages can be read off it.
 */
export const ADDRESS_PATTERNS = {
  root: {
    pattern: 'index.html',
    what: { en: 'the site’s front page', ru: 'главная страница сайта' },
  },
  notFound: {
    pattern: '404.html',
    what: {
      en: 'the page that hosts show for wrong addresses',
      ru: 'страница, которую показывают по неверному адресу',
    },
  },
  front: {
    pattern: '{lang}/index.html',
    what: { en: 'an edition’s front page', ru: 'главная страница на одном из языков' },
  },
  article: { pattern: '{lang}/{year}/{month}/{day}/{slug}.html' },
  list: {
    pattern: '{lang}/{kind}/{id}.html',
    what: { en: 'the pages of a section, tag or author', ru: 'страницы раздела, темы или автора' },
  },
  listPeriod: {
    pattern: '{lang}/{kind}/{id}/{period}.html',
    what: { en: 'the pages of a section, tag or author', ru: 'страницы раздела, темы или автора' },
  },
  month: {
    pattern: '{lang}/{year}/{month}/index.html',
    what: { en: 'the archive of a month', ru: 'архив месяца' },
  },
  archive: { pattern: '{lang}/archive.html', what: { en: 'the archive', ru: 'архив' } },
  series: {
    pattern: '{lang}/series/{id}.html',
    what: { en: 'the pages of a series', ru: 'страницы серии' },
  },
  corrections: {
    pattern: '{lang}/corrections.html',
    what: { en: 'the log of corrections', ru: 'журнал исправлений' },
  },
  correctionsYear: {
    pattern: '{lang}/corrections/{year}.html',
    what: { en: 'the log of corrections of a year', ru: 'журнал исправлений за год' },
  },
  fixedPage: { pattern: '{lang}/{slug}.html' },
  support: {
    pattern: '{lang}/support.html',
    what: { en: 'the page about support', ru: 'страница о поддержке' },
  },
  supportCode: {
    pattern: 'support/{file}',
    what: { en: 'the codes of accounts', ru: 'коды счетов' },
  },
  reminder: { pattern: '{lang}/later.ics', what: { en: 'the reminder', ru: 'напоминание' } },
  search: { pattern: '{lang}/search.html', what: { en: 'the search page', ru: 'страница поиска' } },
  searchIndex: {
    pattern: 'search/{lang}/{file}',
    what: { en: 'the search index', ru: 'указатель для поиска' },
  },
  feedsPage: {
    pattern: '{lang}/feeds.html',
    what: { en: 'the page of feeds', ru: 'страница лент' },
  },
  feed: { pattern: '{lang}/{format}', what: { en: 'a feed', ru: 'лента' } },
  listFeed: {
    pattern: '{lang}/{kind}/{id}.xml',
    what: { en: 'the feed of a section, tag or author', ru: 'лента раздела, темы или автора' },
  },
  verify: {
    pattern: '{lang}/verify.html',
    what: {
      en: 'the page about checking a copy of the site',
      ru: 'страница о проверке копии сайта',
    },
  },
  newsletter: {
    pattern: '{lang}/newsletter/{id}.html',
    what: { en: 'the pages of newsletters', ru: 'страницы рассылок' },
  },
  newsletterIssue: {
    pattern: '{lang}/newsletter/{id}/{issue}.html',
    what: { en: 'the pages of newsletters', ru: 'страницы рассылок' },
  },
  latestIssue: {
    pattern: '{lang}/newsletter/{id}/latest.html',
    what: { en: 'the pages of newsletters', ru: 'страницы рассылок' },
  },
  newsletterFeed: {
    pattern: '{lang}/newsletter/{id}.xml',
    what: { en: 'the pages of newsletters', ru: 'страницы рассылок' },
  },
  mirrors: {
    pattern: '{lang}/mirrors.html',
    what: { en: 'the page of mirrors', ru: 'страница зеркал' },
  },
  mirrorCode: {
    pattern: 'mirrors/{file}',
    what: { en: 'the codes of mirrors', ru: 'коды зеркал' },
  },
  media: { pattern: 'media/{file}', what: { en: 'the site’s images', ru: 'картинки сайта' } },
  sitemap: { pattern: 'sitemaps/{file}', what: { en: 'the sitemaps', ru: 'карты сайта' } },
  former: { pattern: '{path}.html' },
} as const satisfies Record<string, AddressPattern>;

/** Folders and pages that releases, mirrors and newsletters will take: their addresses are kept free. */
const COMING = {
  release: { en: 'the site’s releases', ru: 'выпуски сайта' },
  verify: {
    en: 'the page about checking a copy of the site',
    ru: 'страница о проверке копии сайта',
  },
  newsletter: { en: 'the pages of newsletters', ru: 'страницы рассылок' },
};

export type AddressName = keyof typeof ADDRESS_PATTERNS;

/** The names in the braces of a pattern. */
type PartOf<Pattern extends string> = Pattern extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PartOf<Rest>
  : never;

/** Builds an address: puts the parts into the pattern's braces. */
export function buildAddress<Name extends AddressName>(
  name: Name,
  parts: Readonly<Record<PartOf<(typeof ADDRESS_PATTERNS)[Name]['pattern']>, string>>,
): string {
  const given: Readonly<Record<string, string>> = parts;
  return ADDRESS_PATTERNS[name].pattern.replaceAll(
    /\{(\w+)\}/g,
    (_, part: string) => given[part] ?? '',
  );
}

/** All addresses that are not free, whatever the content holds: patterns, and what stands there. */
export const RESERVED_PATTERNS: readonly Required<AddressPattern>[] = [
  ...Object.values<AddressPattern>(ADDRESS_PATTERNS).flatMap(({ pattern, what }) =>
    what === undefined ? [] : [{ pattern, what }],
  ),
  ...Object.entries(COMING).flatMap(([name, what]) =>
    [`${name}.html`, `${name}/{file}`, `{lang}/${name}.html`, `{lang}/${name}/{file}`].map(
      (pattern) => ({ pattern, what }),
    ),
  ),
];
