import type { Outlet } from '@tamizdat/article-schema';
import type { PageFacts } from './page-kind.ts';

/** What a content folder has names for, files with errors included. */
export interface KnownNames {
  outlet: Outlet;
  authors: ReadonlySet<string>;
}

/** How articles decide which pages of a kind there are. */
export interface OfArticles {
  /** Whether such a page, in a language that there is, is of something that there is: articles may fill it yet. */
  isNamed: (parts: PageFacts, known: KnownNames) => boolean;
  /** Whether one may expect that it is there, with nothing on it. */
  mayBeEmpty: boolean;
  /** Whether it can be told without other articles: by the folder of its own, or because it is always there. */
  isKnownAlone: (parts: PageFacts) => boolean;
}

/** An article's own page, or one that leads to it. */
export const ownPage: OfArticles = {
  isNamed: () => false,
  mayBeEmpty: false,
  isKnownAlone: () => true,
};

/** A file beside an article: whether it is there is the article's to say. */
export const besideArticle: OfArticles = {
  isNamed: () => false,
  mayBeEmpty: false,
  isKnownAlone: () => false,
};

/** The list of a section, tag or author. A section always has its list. */
export const list: OfArticles = {
  isNamed: ({ kind, id = '' }, { outlet, authors }) => {
    if (kind === 'author') return authors.has(id);
    return isOne(kind === 'section' ? outlet.sections : outlet.tags, id);
  },
  mayBeEmpty: true,
  isKnownAlone: ({ kind }) => kind === 'section',
};

/** Older articles of such a list. */
export const olderList: OfArticles = {
  isNamed: list.isNamed,
  mayBeEmpty: false,
  isKnownAlone: () => false,
};

export const series: OfArticles = {
  isNamed: ({ id = '' }, { outlet }) => isOne(outlet.series, id),
  mayBeEmpty: true,
  isKnownAlone: () => false,
};

/** A month or a year: any article may begin it. */
export const time: OfArticles = {
  isNamed: () => true,
  mayBeEmpty: false,
  isKnownAlone: () => false,
};

export const issue: OfArticles = {
  isNamed: ({ lang, id = '' }, { outlet }) =>
    isOne(
      outlet.newsletters.filter((newsletter) => newsletter.lang === lang),
      id,
    ),
  mayBeEmpty: false,
  isKnownAlone: () => false,
};

export const latestIssue: OfArticles = { ...issue, mayBeEmpty: true };

export const books: OfArticles = {
  isNamed: (_, { outlet }) => outlet.books !== undefined,
  mayBeEmpty: false,
  isKnownAlone: () => false,
};

const isOne = (entries: readonly { id: string }[], id: string): boolean =>
  entries.some((entry) => entry.id === id);
