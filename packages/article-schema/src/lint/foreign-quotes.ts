import type { InBoth } from '@tamizdat/problem';

/** How a language prints quotations. */
export interface LanguageQuotes {
  /** Marks that it never prints; straight ones are set by the kit. */
  foreign: RegExp;
  /** Marks of a quotation, and of one inside it. */
  pairs: readonly [outer: readonly [string, string], inner: readonly [string, string]];
  printed: InBoth;
}

const CYRILLIC: LanguageQuotes = {
  foreign: /”/g,
  pairs: [
    ['«', '»'],
    ['„', '“'],
  ],
  printed: { en: '«…», inside „…“', ru: '«…», внутри „…“' },
};

const ENGLISH: LanguageQuotes = {
  foreign: /[«»„]/g,
  pairs: [
    ['“', '”'],
    ['‘', '’'],
  ],
  printed: { en: '“…”, inside ‘…’', ru: '“…”, внутри ‘…’' },
};

const LANGUAGES: Readonly<Record<string, LanguageQuotes>> = {
  ru: CYRILLIC,
  uk: CYRILLIC,
  be: CYRILLIC,
  en: ENGLISH,
};

/** The quotation marks of an article’s language (BCP 47); undefined where this package does not know them. */
export const quotesOf = (lang: string): LanguageQuotes | undefined =>
  LANGUAGES[lang.split('-')[0] ?? ''];
