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
  /** BCP 47. */
  lang: string;
  dir: 'ltr' | 'rtl';
  outlet: { name: string; home: string };
  /** Colours for links, `#rrggbb`, on light and on dark. */
  accent: { light: string; dark: string };
  items: readonly LetterItem[];
  /** Where the list's members leave it: an address or the provider's own placeholder. */
  leave: string;
  words: LetterWords;
}

export interface LetterItem {
  kicker: string;
  title: string;
  /** Why to read it, from the article's `newsletter.blurb`. */
  blurb: string;
  url: string;
  picture?: LetterPicture;
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
}
