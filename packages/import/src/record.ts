import type { Carried } from '@tamizdat/article-schema';
import type { FoundPicture } from './write/find-picture.ts';

/** A picture as a source names it. */
export interface SourcePicture {
  /** Address or path, as it stands in the source. */
  address: string;
  alt?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
}

/** An article that was public, as a source has it: nothing of it is trusted. */
export interface SourceArticle {
  /** What the source knows it by, for good: the same in each export. */
  key: string;
  /** Where it stood. */
  url?: string | undefined;
  /** Other addresses that led to it, such as `?p=12`. */
  otherUrls?: readonly string[];
  /** RFC 3339, or without a zone: then it is in the map's. */
  date: string;
  /** From when, and until when, it is shown: what is not shown now is not taken. Dates as `date`. */
  shown?: { from?: string; until?: string };
  title: string;
  html: string;
  /** What the system makes of it when it shows it: WordPress keeps paragraphs as empty lines. */
  form?: 'wordpress';
  /** A summary, which may repeat the text. */
  lead?: string | undefined;
  /** The id that feeds had for it; one that begins with a slash is an address of the outlet’s. */
  feedId?: string | undefined;
  slug?: string | undefined;
  lang?: string | undefined;
  /** Names of sections, the main one first. */
  sections: readonly string[];
  tags: readonly string[];
  /** Names as they were printed. */
  authors: readonly string[];
  picture?: SourcePicture | undefined;
  /** Somebody else’s piece that it is only a link to. */
  linkTo?: string | undefined;
  /** What `tamizdat export` put beside it. */
  carried?: Carried | undefined;
}

/** Why something that a source holds is not taken. */
export type Reason =
  | 'draft'
  | 'private'
  | 'password'
  | 'trashed'
  | 'scheduled'
  | 'expired'
  | 'members-only'
  | 'not-an-article'
  | 'malformed'
  | 'too-long'
  | 'no-title'
  | 'no-date'
  | 'no-text'
  | 'no-key'
  | 'key-twice'
  | 'language-unknown'
  | 'check';

/** What a source gives, item by item. */
export type SourceItem =
  | { article: SourceArticle }
  /** The id under which a source knows a section, a tag or an author, and what its address says where that is more. */
  | { named: { of: 'section' | 'tag' | 'author'; name: string; slug: string; place?: string } }
  | { leftOut: { reason: Reason; key: string; title: string; detail?: string } }
  /** What no article is made of: comments, e-mail addresses, fields nobody knows. */
  | { dropped: { what: string; count: number } }
  /** Templates in a text, which are never run: what, where, and as it was written. */
  | { notRun: { what: string; where: string; written: string } };

/** A source that can be read from its beginning any number of times. */
export interface Source {
  /** As articles name it: `WordPress`. */
  system: string;
  /** Of dates that name no zone, where the source says so. */
  zone?: string;
  /** Whose addresses were the outlet's own, where no article says so. */
  host?: string | undefined;
  /** Finds the file of a picture in the source itself. @param key Of the article that shows it */
  findPicture?: (key: string, address: string) => FoundPicture | undefined;
  items: () => AsyncIterable<SourceItem>;
}
