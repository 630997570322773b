/** What a piece of the index is called, below `search/<language>/` and without its ending. */
export const wordsPiece = (at: number): string => `words-${at}`;
/** Where the words of a piece stand, read for phrases alone: line by line as in the piece of words. */
export const placesPiece = (at: number): string => `places-${at}`;
export const articlesPiece = (at: number): string => `articles-${at}`;
export const HEAD_PIECE = 'head';

/** What is read first: how the rest is cut. */
export interface IndexHead {
  /** The first word of each piece of the list of words, in the order of code units. */
  firsts: string[];
  articles: number;
  /** Names of sections, and years, and of each article which of them is its own. */
  sections: string[];
  years: string[];
  section: number[];
  year: number[];
}

/** What a result shows. */
export interface ListedArticle {
  /** From the root of what is taken along. */
  path: string;
  title: string;
  standfirst: string;
  /** Of publication, in words. */
  date: string;
}
