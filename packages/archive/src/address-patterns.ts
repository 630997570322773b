/** One kind of address of the kit, and what a message calls the thing that stands there. */
interface AddressPattern {
  /** The file's path, with the parts that vary in braces. */
  pattern: string;
  /** What stands there; absent where the content alone says which of these addresses are taken. */
  what?: string;
}

/**
 * Every address that the kit makes. Addresses are made from this table and no other way, so that
 * what is not free for former addresses and fixed pages can be read off it.
 */
export const ADDRESS_PATTERNS = {
  root: { pattern: 'index.html', what: 'the site’s front page' },
  notFound: { pattern: '404.html', what: 'the page that hosts show for wrong addresses' },
  front: { pattern: '{lang}/index.html', what: 'an edition’s front page' },
  article: { pattern: '{lang}/{year}/{month}/{day}/{slug}.html' },
  list: { pattern: '{lang}/{kind}/{id}.html', what: 'the pages of a section, tag or author' },
  listPeriod: {
    pattern: '{lang}/{kind}/{id}/{period}.html',
    what: 'the pages of a section, tag or author',
  },
  month: { pattern: '{lang}/{year}/{month}/index.html', what: 'the archive of a month' },
  archive: { pattern: '{lang}/archive.html', what: 'the archive' },
  series: { pattern: '{lang}/series/{id}.html', what: 'the pages of a series' },
  corrections: { pattern: '{lang}/corrections.html', what: 'the log of corrections' },
  correctionsYear: {
    pattern: '{lang}/corrections/{year}.html',
    what: 'the log of corrections of a year',
  },
  fixedPage: { pattern: '{lang}/{slug}.html' },
  support: { pattern: '{lang}/support.html', what: 'the page about support' },
  supportCode: { pattern: 'support/{file}', what: 'the codes of accounts' },
  reminder: { pattern: '{lang}/later.ics', what: 'the reminder' },
  search: { pattern: '{lang}/search.html', what: 'the search page' },
  searchIndex: { pattern: 'search/{lang}/{file}', what: 'the search index' },
  feedsPage: { pattern: '{lang}/feeds.html', what: 'the page of feeds' },
  feed: { pattern: '{lang}/{format}', what: 'a feed' },
  listFeed: { pattern: '{lang}/{kind}/{id}.xml', what: 'the feed of a section, tag or author' },
  verify: { pattern: '{lang}/verify.html', what: 'the page about checking a copy of the site' },
  newsletter: { pattern: '{lang}/newsletter/{id}.html', what: 'the pages of newsletters' },
  newsletterIssue: {
    pattern: '{lang}/newsletter/{id}/{issue}.html',
    what: 'the pages of newsletters',
  },
  latestIssue: { pattern: '{lang}/newsletter/{id}/latest.html', what: 'the pages of newsletters' },
  newsletterFeed: { pattern: '{lang}/newsletter/{id}.xml', what: 'the pages of newsletters' },
  mirrors: { pattern: '{lang}/mirrors.html', what: 'the page of mirrors' },
  mirrorCode: { pattern: 'mirrors/{file}', what: 'the codes of mirrors' },
  media: { pattern: 'media/{file}', what: 'the site’s images' },
  sitemap: { pattern: 'sitemaps/{file}', what: 'the sitemaps' },
  former: { pattern: '{path}.html' },
} as const satisfies Record<string, AddressPattern>;

/** Folders and pages that releases, mirrors and newsletters will take: their addresses are kept free. */
const COMING = {
  release: 'the site’s releases',
  verify: 'the page about checking a copy of the site',
  newsletter: 'the pages of newsletters',
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
