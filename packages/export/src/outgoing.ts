import type { Article, Author, Outlet } from '@tamizdat/article-schema';
import type { EditionContext } from '@tamizdat/render';
import type { Leaving } from './article/leaving.ts';

/** A moment (milliseconds since 1970) as a wall clock in a zone shows it, RFC 3339; handed in by whoever knows zones. */
export type LocalTime = (instant: number, timeZone: string) => { timestamp: string };

/** One language of an outlet on its way to another system. */
export interface Outgoing {
  context: EditionContext;
  /** Of this language, none removed, in the order of their ids. */
  articles: readonly Article[];
  /** Numbers of all articles of the outlet by id, from 1: the same in the files of all languages. */
  numbers: ReadonlyMap<string, number>;
  authors: ReadonlyMap<string, Author>;
  /** Names of the files beside an article. */
  filesBeside: (article: Article) => readonly string[];
  /** Loads an article's Markdown. */
  loadText: (article: Article) => Promise<string>;
  /** RFC 3339. */
  now: string;
  localTime: LocalTime;
}

/** What a maker is told of one article and where its addresses lead. */
export interface Addressed {
  leaving: Leaving;
  /** Of a file of the article's folder. */
  file: (name: string) => string;
  /** Of a link in a text, `#place` left out. */
  link: (url: string) => string;
}

/** The outlet's address, with a slash at its end. */
export const originOf = ({ origin }: Outlet): string =>
  origin.endsWith('/') ? origin : `${origin}/`;

/** Where a file of an article's folder stands below the folder of uploads, as an address writes it. */
export const filePath = ({ folder }: Pick<Article, 'folder'>, name: string): string =>
  `${folder}/${name}`.split('/').map(encodeURIComponent).join('/');
