import type { Row } from './row.ts';
import type { Templates } from './take-templates.ts';
import { trimEndSlashes } from '../../article/trim-slashes.ts';

/** A text of a site, as far as its place says something. */
export interface PagePlace {
  /** From the folder that was named, `/`-separated. */
  path: string;
  /** Folders between the site's folder of texts and the file. */
  folders: readonly string[];
  /** Name of the file, or of its folder where it is a bundle, without ending, language and date. */
  base: string;
  /** The date at the beginning of the name, as it is written there; empty where there is none. */
  date: string;
  lang?: string | undefined;
}

/** Where a page stood: its address, and others that led to it. */
export interface Addresses {
  url: string;
  /** The id that the system’s usual feed has; the address where absent. */
  feedId?: string;
  others: readonly string[];
}

/** A site as its folder tells it. */
export interface Site {
  system: 'Hugo' | 'Jekyll' | 'Eleventy' | 'Astro';
  /** Where it stood: `https://old.example/blog`, without a slash; empty where nothing says so. */
  origin: string;
  zone: string | undefined;
  /** The label of an encoding that texts are in. */
  encoding: string;
  /** Folders of texts; empty is the whole folder. */
  texts: readonly string[];
  /** Folders in which the files of addresses are looked for, in order; empty is the folder itself. */
  pictures: readonly string[];
  /** Folders that hold no texts. */
  without: ReadonlySet<string>;
  templatesOf: (path: string) => Templates | undefined;
  /** What a file’s name and place say; undefined for what is no article by its place. */
  placeOf: (path: string) => PagePlace | undefined;
  /** Fields that a page has from elsewhere, by its path; its own count more. */
  inherited: (path: string) => Row;
  addressesOf: (place: PagePlace, fields: Row, date: string) => Addresses;
  /** Names of authors by what texts call them. */
  authors: ReadonlyMap<string, string>;
}

const NAME_DATE = /^(\d{4}-\d{1,2}-\d{1,2})[-_](.+)$/;

/** Takes the date off a name. */
export function datedName(name: string): { date: string; base: string } {
  const [, date = '', base = name] = NAME_DATE.exec(name) ?? [];
  return { date, base };
}

/** Below which path of its host a site stands: `/blog`, or nothing. */
export const belowHost = (origin: string): string =>
  trimEndSlashes(URL.parse(origin)?.pathname ?? '');
