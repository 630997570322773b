/** A book before it is made: all texts plain, but for the chapters’ HTML. */
export interface Book {
  /** What makes this book another than all others, such as its articles’ ids: the same for ever. Nothing of it can be read in the book. */
  id: string;
  /** BCP 47. */
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  /** Who wrote it, as readers see it on the page; nobody where nobody is named. */
  creators: readonly string[];
  /** Whose book it is; absent where the book must not say. */
  publisher?: string;
  /** When what it holds appeared, RFC 3339. */
  date: string;
  /** When what it holds was changed last, RFC 3339: the content’s time, never the machine’s. */
  modified: string;
  /** Below the title on the cover, a line each. */
  cover: readonly string[];
  chapters: readonly Chapter[];
  /** What chapters may show. */
  pictures: readonly BookPicture[];
  /** Whether words lead to addresses; ways between a text and its notes are always there. */
  links: boolean;
  words: BookWords;
}

export interface Chapter {
  title: string;
  /** Below the title: who wrote it, where from and when. A line each. */
  meta: readonly string[];
  /**
   * The text as HTML without a design, headings from the second level on. A picture’s `src` is the name of one in
   * `Book.pictures`; without it, its alternative text stands there.
   */
  html: string;
  /** Below the text, such as where it stands on the network: HTML without headings and ids. */
  foot?: string;
  /** Where it stands on the network: links to it lead to this chapter instead. Nothing of it can be read in the book. */
  address?: string;
}

export interface BookPicture {
  name: string;
  type: 'image/jpeg' | 'image/png';
  bytes: Uint8Array;
}

/** What the book says besides, in its language. */
export interface BookWords {
  contents: string;
  /** For readers who do not see: how the book is made for them. */
  accessibility: string;
}
