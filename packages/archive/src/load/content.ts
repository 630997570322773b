import type {
  Appeal,
  Article,
  Author,
  Front,
  Mirror,
  Outlet,
  OutletWords,
  Page,
} from '@tamizdat/article-schema';
import type { Problem } from '@tamizdat/problem';
import type { ContentIndex } from '../kept/content-index.ts';
import type { ContentWalk } from './walk-content.ts';

/** All typed content of an outlet. */
export interface Content {
  outlet: Outlet;
  /** By id. */
  authors: Author[];
  /** By file. */
  pages: Page[];
  /** By file. */
  appeals: Appeal[];
  /** By language. */
  fronts: Map<string, Front>;
  /** The outlet's own words, by language; `buildWords` adds the kit's. */
  words: Map<string, OutletWords>;
  /** The announced mirrors, in the order of `mirrors.yaml`. */
  mirrors: Mirror[];
  /** Newest first (`publishedAt`, descending), then by id; drafts without a time come first. */
  articles: Article[];
  /**
   * SHA-256 (lower-case hex) over the bytes of every file as it was read, by its path relative to the content folder,
   * `/`-separated, NFC: texts, pictures, recordings and what lies beside them. Only where asked for.
   */
  digests: ReadonlyMap<string, string>;
  /** In the order of `compareProblems`. A file with an error gave no value. */
  problems: Problem[];
}

/** What is looked at beside the fields. */
export interface LoadOptions {
  /** Look through the Markdown of articles and pages; false where absent. */
  texts?: boolean;
  /** Look into the image files; false where absent. Whether they exist is always checked for lead images. */
  images?: boolean;
  /** RFC 3339: what is over by then, and what is yet to come, is told of; nothing where absent. */
  now?: string;
  /**
   * Files and folders to be checked, relative to the content folder, NFC (`''` for it all); all where absent. Of
   * other articles is read what tells articles apart, and what a checked text links to.
   */
  only?: readonly string[];
  /** Files that a pull request adds, relative to the content folder: of two alike it is told of these. */
  added?: ReadonlySet<string>;
  /** Digest every file of the folder; false where absent. */
  digests?: boolean;
  /** What the last reading of the folder made of its files, and takes what this one makes; nothing where absent. */
  index?: ContentIndex;
  /** What all of the folder holds, where somebody has just listed it; it is listed where absent. */
  walk?: ContentWalk;
  /** Worker threads that parse articles; none where absent. */
  workers?: number;
}

/** Thrown where there is no outlet to build a site of; holds everything that was found. */
export class ContentError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    super(errors.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
    this.name = 'ContentError';
    this.problems = problems;
  }
}
