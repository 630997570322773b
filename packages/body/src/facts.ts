import type { InBoth } from '@tamizdat/problem';
import type { Place } from './places.ts';
import type { Misread } from './settle/misread.ts';

export type { Place } from './places.ts';
export type { MisreadKind } from './settle/misread.ts';

/** Where something stands in the Markdown: 1-based line and column, 0-based offset, in UTF-16 code units. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

export interface LinkFact {
  url: string;
  text: string;
  at: Point;
  /** Where the address was written, and the words where they repeat it; of typed links and definitions. */
  places: readonly Place[];
  /** Set where nothing stands between the brackets that a reader could see or hear. */
  empty?: true;
  /** The line as written, `[name]: address`, where nothing in the text has its name: no reader sees it. */
  unused?: string;
  /** Why the page will not link there; absent when the link is fine. */
  refused?: InBoth;
}

export interface ImageFact {
  /** The file's name, percent-encoding undone. */
  file: string;
  alt: string;
  title?: string;
  at: Point;
  /** Why the page will not show it; absent when the name is fine. */
  refused?: InBoth;
}

export interface HtmlFact {
  /** Lower-case element name, `!--` for a comment, `!` for a declaration. */
  tag: string;
  allowed: boolean;
  /** Why it is not allowed; empty when it is. */
  reason: InBoth;
  at: Point;
}

export interface FootnoteFact {
  id: string;
  at: Point;
}

/** A link by a name whose address stands elsewhere in the text. */
export interface NamedLinkFact {
  url: string;
  text: string;
  at: Point;
}

/** A link by a name that nothing in the text defines: it is printed as it is written. */
export interface UndefinedLinkFact {
  /** As written: `[the report][nope]`; less where other marks stand in it. */
  written: string;
  at: Point;
}

export interface HeadingFact {
  depth: number;
  text: string;
  at: Point;
}

/** A character that cannot be seen and changes what is read. */
export interface HiddenCharacterFact {
  /** For example `U+202E`. */
  codePoint: string;
  at: Point;
}

/** Something at a line’s beginning that was meant to be read, and was taken for markup, or nearly was. */
export interface MisreadFact extends Omit<Misread, 'offset'> {
  at: Point;
}

/** What a check wants to know about an article's text, in the order of the text. */
export interface BodyFacts {
  links: LinkFact[];
  /** `[words][name]`: the words, and the address that stands under the name, which is among `links`, too. */
  namedLinks: NamedLinkFact[];
  undefinedLinks: UndefinedLinkFact[];
  images: ImageFact[];
  html: HtmlFact[];
  footnoteReferences: FootnoteFact[];
  footnoteDefinitions: FootnoteFact[];
  headings: HeadingFact[];
  hiddenCharacters: HiddenCharacterFact[];
  misread: MisreadFact[];
  /** The Markdown with code, addresses, HTML and marks blanked, every character at its offset. */
  prose: string;
  words: number;
  /** The text is beyond a limit and was not parsed: all lists are empty, and it renders as plain paragraphs. */
  refused?: { reason: InBoth; at: Point };
}
