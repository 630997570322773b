/** How something at a line’s beginning was taken for markup, or would be, that was meant to be read. */
export type MisreadKind =
  /** A list whose numbers are all the same. */
  | 'list-repeats'
  /** Numbers that do not rise by one: printed as written. */
  | 'list-leaps'
  /** A reply in a dialogue that begins with a hyphen: printed as written. */
  | 'speech'
  /** Perhaps a dialogue: a question, and what may be its answer. */
  | 'speech-perhaps'
  /** Replies of several speakers in one paragraph. */
  | 'speech-joined'
  /** A hyphen close to the first word. */
  | 'speech-glued'
  /** Lines that begin as a list’s, in one paragraph. */
  | 'items-joined'
  /** A line without the sign of the quotation, list or note that it belongs to. */
  | 'lazy-quote'
  | 'lazy-item'
  | 'lazy-note'
  /** A list of one item: printed as written. */
  | 'lone-minus'
  | 'lone-plus'
  | 'lone-star'
  | 'lone-dash'
  /** Several lines with a minus before a temperature. */
  | 'minus-perhaps'
  /** A quotation that begins with a number: “> 100”. */
  | 'more-than'
  /** A paragraph that a line of hyphens below made a heading. */
  | 'underlined'
  /** Emphasis of a kind inside the same: a sign that was to end the outer one. */
  | 'emphasis-nested'
  /** Prose that four spaces made code. */
  | 'indented'
  /** A fence of code that nothing closes. */
  | 'code-open'
  /** A table’s row with fewer cells than its head, or with more; a line of text that became one. */
  | 'row-short'
  | 'row-long'
  /** A table’s row whose code a “|” parts into two cells. */
  | 'row-code'
  | 'row-text';

export interface Misread {
  kind: MisreadKind;
  /** Offset of the line’s mark in what was parsed. */
  offset: number;
  /** The line as it was written, without what stands before the mark. */
  written: string;
  /** The line as it would be right. */
  mended: string;
}

/** The line from an offset to its end. */
export function lineFrom(source: string, offset: number): string {
  const end = source.slice(offset).search(/[\r\n]/);
  return end === -1 ? source.slice(offset) : source.slice(offset, offset + end);
}
