/** What a feed says of itself. All addresses are absolute. */
export interface FeedChannel {
  /** `tag:` URI (RFC 4151) of the channel; Atom's `id`. */
  id: string;
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** The HTML page this feed accompanies. */
  home: string;
  /** The feed's own address. */
  self: string;
  /** RFC 3339 with an offset: the newest change of an item, never the time of the build. */
  updated: string;
  copyright: string;
  icon?: string;
}

/** The lead image of an item. */
export interface FeedImage {
  url: string;
  /** Media type. */
  type: string;
  /** Bytes. */
  length: number;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  alt: string;
  credit: string;
}

/** One entry of a feed. All addresses are absolute, those in `contentHtml` included. */
export interface FeedItem {
  /** `tag:` URI (RFC 4151), the same for ever and in every feed. */
  id: string;
  /** The id that feeds of a former system had for it, any text: readers have seen it, and would take the other for a new item. */
  formerId?: string;
  url: string;
  title: string;
  /** Plain text; empty for none. */
  summary: string;
  /** The full text, HTML. */
  contentHtml: string;
  /** RFC 3339 with an offset. */
  published: string;
  /** RFC 3339 with an offset. */
  updated?: string;
  authors: string[];
  categories: string[];
  /** BCP 47. */
  language: string;
  /** How the texts run; from left to right where nothing is said. */
  direction?: 'ltr' | 'rtl';
  image?: FeedImage;
}
