import type {
  Article,
  CorrectionPlace,
  Edition,
  LiveEntry,
  Outlet,
  Words,
} from '@tamizdat/article-schema';

/** In which edition of which outlet something is shown. */
export interface EditionContext {
  lang: string;
  outlet: Outlet;
  edition: Edition;
  words: Words;
}

/** What of an article a view is made of: the writing room has it before there is an article. */
export type ArticleTexts = Pick<
  Article,
  | 'authors'
  | 'contentWarnings'
  | 'contributors'
  | 'corrections'
  | 'dateline'
  | 'editorsNote'
  | 'editorsNoteAt'
  | 'kicker'
  | 'kind'
  | 'lang'
  | 'leadImage'
  | 'linkTo'
  | 'live'
  | 'newsletter'
  | 'original'
  | 'publishedAt'
  | 'section'
  | 'sources'
  | 'standfirst'
  | 'tags'
  | 'title'
  | 'updatedAt'
>;

/** Somebody's name; `author` is the id of an author's record, who may have a page. */
export interface ShownName {
  name: string;
  author?: string;
}

/** A time as it is shown: RFC 3339, and in words. */
export interface ShownTime {
  at: string;
  text: string;
}

export interface ShownTaxon {
  id: string;
  name: string;
}

/** A correction, and where on the page it stands. */
export interface ShownCorrection {
  place: CorrectionPlace;
  kind: string;
  day: ShownTime;
  text: string;
}

/** The lead image's words. */
export interface ShownLead {
  file: string;
  /** Empty for what decorates. */
  alt: string;
  caption: string | undefined;
  credit: string;
  licence: string | undefined;
  source: { url: string; host: string } | undefined;
}

/**
 * What is known of an article wherever it is shown: on its page, in feeds, in letters, in the writing room's preview. Each
 * sets it into HTML of its own. All texts are plain and typeset; times are told in the outlet's zone.
 */
export interface ArticleView {
  title: string;
  standfirst: string | undefined;
  section: ShownTaxon;
  tags: ShownTaxon[];
  /** What it is, where that has to be said: news is not told. */
  kind: string | undefined;
  /** What the newsroom wrote over the headline. */
  kicker: string | undefined;
  /** Over the headline, beside the section: kind and kicker, neither of them twice; empty where there is nothing to say. */
  overline: string;
  /** Why to read it, in a letter. */
  blurb: string;
  /** The newsroom where nobody is named; empty where the outlet has no word for it. */
  byline: ShownName[];
  contributors: { role: string; who: ShownName }[];
  dateline: string | undefined;
  published: ShownTime | undefined;
  updated: ShownTime | undefined;
  /** The last correction, where it stands and since when. */
  corrected: { place: CorrectionPlace; text: string } | undefined;
  warnings: { title: string; notes: string } | undefined;
  lead: ShownLead | undefined;
  corrections: ShownCorrection[];
  /** Heading of the editor's note; undefined where there is none. */
  noteTitle: string | undefined;
  /** Of a live blog, newest first. */
  entries: LiveEntry[];
  original: { label: string; url: string; host: string; licence: string } | undefined;
  /** Of a link: whose piece it points to. */
  linkTo: { label: string; url: string; host: string } | undefined;
  /** What readers of a withdrawn article are told. */
  withdrawn: string;
}
