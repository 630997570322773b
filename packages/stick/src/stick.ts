import type { Words } from '@tamizdat/article-schema';

/** An article that is taken along. */
export interface StickArticle {
  /** In the tree, and so on the stick. */
  path: string;
  /** `yyyy-mm` of its address. */
  month: string;
  /** Of its section. */
  section: string;
  title: string;
  standfirst: string | undefined;
  /** Over the headline. */
  overline: string;
  /** Names and dates, a line each, plain text. */
  meta: readonly string[];
  /** Of publication, in words. */
  date: string;
  tags: readonly string[];
  /**
   * Below the headline and names. Links lead from the tree’s root (`/en/…`) or are absolute; pictures are
   * `<img src="stick:NAME">`, as are recordings that come along, and their posters.
   */
  html: string;
}

/** Articles of one language. */
export interface StickEdition {
  /** BCP 47 */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** For dates. */
  locale: string;
  /** The language’s own name. */
  language: string;
  /** The outlet’s. */
  name: string;
  description: string;
  /** Months as people write them, by `yyyy-mm`. */
  monthNames: ReadonlyMap<string, string>;
  words: Words;
  /** As of when, in words. */
  asOf: string;
  /** Whose it is, how to check copies of the site, where it stands: HTML of ours, links absolute. */
  about: string;
  /** Newest first; at least one. */
  articles: readonly StickArticle[];
}

/** What is taken along. */
export interface Stick {
  editions: readonly StickEdition[];
  /** As of when, RFC 3339. */
  madeAt: string;
  /** The site’s address, with a slash at its end: what is not on the stick stands there. */
  base: string;
  /** Whether links lead out of it; else they are words. */
  links: boolean;
  /** Whether articles name the addresses where they stand. */
  addresses: boolean;
  accent: { light: string; dark: string };
  /** Whether pictures came along. */
  pictures: boolean;
  /** Names of the recordings that came along. */
  recordings: ReadonlySet<string>;
  /** Whether pages carry a content security policy: under one, a program that puts a bar of its own on them does not work. */
  policy: boolean;
  /** Whether it has a search of its own. */
  search: boolean;
}

/** A file of it. */
export interface StickFile {
  path: string;
  text: string;
}
