import type { ArticleAddress } from '@tamizdat/article-schema';

/**
 * Addresses of pages: paths in the tree from its root, `/`-separated, without a leading slash, always naming a file.
 * ASCII only, because every part is a slug, a number or a language tag.
 */
export type Address = string;

/** What a list page is about. */
export type ListKind = 'section' | 'tag' | 'author';

export const rootAddress: Address = 'index.html';
export const notFoundAddress: Address = '404.html';

export function frontAddress(lang: string): Address {
  return `${lang}/index.html`;
}

/** Address of an article: the date and slug of its folder. */
export function articleAddress(address: ArticleAddress): Address {
  return `${address.lang}/${address.year}/${address.month}/${address.day}/${address.slug}.html`;
}

export function listAddress(lang: string, kind: ListKind, id: string): Address {
  return `${lang}/${kind}/${id}.html`;
}

/** A closed calendar page of a list: `yyyy-mm` for sections, `yyyy` for tags and authors. */
export function listPeriodAddress(
  lang: string,
  kind: ListKind,
  id: string,
  period: string,
): Address {
  return `${lang}/${kind}/${id}/${period}.html`;
}

export function monthAddress(lang: string, year: string, month: string): Address {
  return `${lang}/${year}/${month}/index.html`;
}

export function archiveAddress(lang: string): Address {
  return `${lang}/archive.html`;
}

/** All parts of a series in a language. */
export function seriesAddress(lang: string, id: string): Address {
  return `${lang}/series/${id}.html`;
}

/** The log of corrections: the latest year that has any. */
export function correctionsAddress(lang: string): Address {
  return `${lang}/corrections.html`;
}

/** An earlier year of the log of corrections. */
export function correctionsYearAddress(lang: string, year: string): Address {
  return `${lang}/corrections/${year}.html`;
}

export function fixedPageAddress(lang: string, slug: string): Address {
  return `${lang}/${slug}.html`;
}

export function searchAddress(lang: string): Address {
  return `${lang}/search.html`;
}

export function searchIndexAddress(lang: string): Address {
  return `search/${lang}/pagefind.js`;
}

export function feedsPageAddress(lang: string): Address {
  return `${lang}/feeds.html`;
}

export type FeedFormat = 'feed.xml' | 'atom.xml' | 'feed.json' | 'brief.xml';

export function feedAddress(lang: string, format: FeedFormat): Address {
  return `${lang}/${format}`;
}

export function listFeedAddress(lang: string, kind: ListKind, id: string): Address {
  return `${lang}/${kind}/${id}.xml`;
}

export function mediaAddress(name: string): Address {
  return `media/${name}`;
}

/** Page that leads on from a former address, given as in front matter: without `.html`. */
export function formerAddress(path: string): Address {
  return `${path}.html`;
}
