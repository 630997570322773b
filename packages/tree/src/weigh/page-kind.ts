import {
  BRIEF_FEED_BYTES,
  CHOICE_BYTES,
  FORM_BYTES,
  LIST_BYTES,
  LISTED_LINK_BYTES,
  OVERHEAD_BYTES,
  TAKE_ALONG_BYTES,
} from '../limits.ts';

/** How many gzipped bytes a file may have; sums of what is given. */
export interface Budget {
  /** A fixed sum. */
  bytes: number;
  /** Plus the text of this element, gzipped alone. */
  text?: 'article' | 'main';
  /** Plus so much for each link in that element. */
  perLink?: number;
  /** Plus so much for each group of choices (`<fieldset>`) in that element. */
  perChoice?: number;
  /** Plus so much for each `<form>` in that element. */
  perForm?: number;
}

export interface PageKind {
  name: string;
  pattern: RegExp;
  /** Absent where any size is right: a full feed is as long as its stories. */
  budget?: Budget;
}

const READING: Budget = { bytes: OVERHEAD_BYTES, text: 'article' };
const ARTICLE: Budget = {
  ...READING,
  bytes: OVERHEAD_BYTES + TAKE_ALONG_BYTES,
  perChoice: CHOICE_BYTES,
  perForm: FORM_BYTES,
};
const LIST: Budget = { bytes: LIST_BYTES };
const CLOSED_LIST: Budget = { bytes: OVERHEAD_BYTES, text: 'main', perLink: LISTED_LINK_BYTES };

/** Kinds of pages and feeds by their address, in the order they are shown. The first that matches counts. */
export const PAGE_KINDS: readonly PageKind[] = [
  { name: 'not found', pattern: /^404\.html$/, budget: { bytes: OVERHEAD_BYTES } },
  { name: 'front page', pattern: /^(?:[\w-]+\/)?index\.html$/, budget: LIST },
  {
    name: 'article',
    pattern: /^[\w-]+\/\d{4}\/\d{2}\/\d{2}\/[^/]+\.html$/,
    budget: ARTICLE,
  },
  { name: 'month', pattern: /^[\w-]+\/\d{4}\/\d{2}\/index\.html$/, budget: CLOSED_LIST },
  ...['section', 'tag', 'author'].flatMap((list): PageKind[] => [
    { name: list, pattern: new RegExp(`^[\\w-]+/${list}/[^/]+\\.html$`), budget: LIST },
    {
      name: `${list}, older`,
      pattern: new RegExp(`^[\\w-]+/${list}/[^/]+/[\\d-]+\\.html$`),
      budget: CLOSED_LIST,
    },
  ]),
  { name: 'series', pattern: /^[\w-]+\/series\/[^/]+\.html$/, budget: CLOSED_LIST },
  {
    name: 'corrections',
    pattern: /^[\w-]+\/corrections(?:\/\d{4})?\.html$/,
    budget: { bytes: OVERHEAD_BYTES, text: 'main' },
  },
  { name: 'archive', pattern: /^[\w-]+\/archive\.html$/, budget: CLOSED_LIST },
  { name: 'search', pattern: /^[\w-]+\/search\.html$/, budget: LIST },
  { name: 'books', pattern: /^[\w-]+\/books\.html$/, budget: CLOSED_LIST },
  { name: 'support', pattern: /^[\w-]+\/support\.html$/, budget: CLOSED_LIST },
  { name: 'feeds page', pattern: /^[\w-]+\/feeds\.html$/, budget: LIST },
  { name: 'fixed page', pattern: /^[\w-]+\/[^/]+\.html$/, budget: READING },
  { name: 'other page', pattern: /\.html$/, budget: LIST },
  { name: 'brief feed', pattern: /(?:^|\/)brief\.xml$/, budget: { bytes: BRIEF_FEED_BYTES } },
  { name: 'full feed', pattern: /(?:^|\/)(?:feed\.xml|atom\.xml|feed\.json)$/ },
  { name: 'list feed', pattern: /^[\w-]+\/(?:section|tag|author)\/[^/]+\.xml$/ },
];

/** Gives the kind of the page or feed at a tree path, or undefined for other files. */
export function findPageKind(path: string): PageKind | undefined {
  return PAGE_KINDS.find(({ pattern }) => pattern.test(path));
}
