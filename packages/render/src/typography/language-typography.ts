/** An opening and a closing quotation mark. French has a space of no break inside its own. */
export type QuotePair = readonly [open: string, close: string];

/** How a language sets what writers type on a plain keyboard. */
export interface LanguageTypography {
  /** Quotation marks, and those inside a quotation. */
  quotes: readonly [outer: QuotePair, inner: QuotePair];
  /** Straight single marks are quotation marks too, not apostrophes alone. */
  singleQuotes: boolean;
  /** An apostrophe stands for a letter at a word's end, before a quotation as well: “l’« affaire »”. */
  elides?: boolean;
  /** What a hyphen between two spaces stands for. */
  dash: '–' | '—';
  /** Short words that do not end a line: lower case. */
  bound: readonly string[];
  /** Words that stay on the line of the number before them: units, months, "g." after a year. */
  afterNumber: readonly string[];
  /** Abbreviations and signs that stay on the line of the number or the name after them. */
  before: readonly string[];
  /** Marks that keep the space before them, and those that keep the one after, where a language puts spaces there. */
  spacedMarks?: { before: string; after: string };
}
