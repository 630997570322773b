/** One issue of a newsletter, ready to be set as mail. All addresses are absolute, all texts plain. */
export interface Letter {
  /** `<newsletter>/<issue>`, for example `weekly/2026-w47`: the same for ever. */
  id: string;
  /** Subject of the mail. */
  title: string;
  /** The newsletter's name. */
  name: string;
  /** The days the issue covers, in words. */
  days: string;
  /** Which mail of an issue that several carry; absent where one does. */
  part?: string;
  /** Why it comes out of its turn. */
  intro?: string;
  /** BCP 47. */
  lang: string;
  dir: 'ltr' | 'rtl';
  outlet: { name: string; home: string };
  /** Colours for links, `#rrggbb`, on light and on dark. */
  accent: { light: string; dark: string };
  items: readonly LetterItem[];
  /** Where the list's members leave it: an address or the provider's own placeholder. */
  leave: string;
  /** How to tell whether a copy is the newsroom’s; absent where nothing is signed, and in letters of links. */
  check?: LetterCheck;
  /** As of when its articles are, as a sentence; letters of links, which lead to the newest, have none. */
  asOf?: string;
  /** What the law of readers’ countries makes the outlet say; letters of links have none. */
  notices?: readonly { place: string; text: string }[];
  words: LetterWords;
}

export interface LetterItem {
  /** Of an article whose text goes along: by it is remembered what was sent. */
  id?: string;
  kicker: string;
  title: string;
  /** Why to read it, from the article's `newsletter.blurb`. */
  blurb: string;
  url: string;
  picture?: LetterPicture;
  /** Its whole text; absent where the letter leads to it. */
  whole?: WholeArticle;
  /** A text that is too heavy for a letter, as a file of its mail. */
  attached?: AttachedText;
}

/** An article in full. */
export interface WholeArticle {
  /** BCP 47. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** Who wrote it, where and when it appeared and was changed, a line each. */
  meta: readonly string[];
  /** Below these, as plain HTML that is trusted: links absolute, `cid:` of a picture that travels in the mail. */
  html: string;
  /** The same as text of short lines, names and dates included. */
  text: string;
  pictures: readonly WholePicture[];
  /** Addresses of the same article on mirrors. */
  elsewhere: readonly string[];
}

/** A picture inside a mail. */
export interface WholePicture {
  /** Content-ID (RFC 2392), unique in the mail. */
  id: string;
  /** A JPEG or a PNG. */
  bytes: Buffer;
}

export interface AttachedText {
  /** Name of the file. */
  name: string;
  text: string;
  /** What readers are told of it. */
  note: string;
}

export interface LetterCheck {
  /** Title and address of the page that says how. */
  title: string;
  url: string;
  label: string;
  fingerprint: string;
}

export interface LetterPicture {
  /** A JPEG or a PNG. */
  bytes: Buffer;
  /** Pixels. */
  width: number;
  height: number;
  alt: string;
  credit: string;
  /** Where it stands on a mirror; without it, it travels inside the mail. */
  url?: string;
}

/** Words of the mail in its language, as they are printed. */
export interface LetterWords {
  readOn: string;
  why: string;
  leave: string;
  /** Before the addresses of mirrors. */
  alsoAt: string;
  /** With the `{number}` and `{count}` of a mail. */
  part: string;
  /** Of a text that is attached as `{file}`. */
  tooLong: string;
}
