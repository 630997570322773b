/** Limits of an article's text. Lengths are in UTF-16 code units unless a name says otherwise. */

/** Longest text that is parsed: about 40,000 Russian words, a short book. A live blog's entries are texts of their own. */
export const MARKDOWN_MAX_LENGTH = 300_000;
/**
 * Block quotes and list items opened on one line. The parser's time grows with the square of them
 * (100,000 `>` took 5 s), and nobody quotes a quote 16 times.
 */
export const LINE_NESTING_MAX = 16;
/** `*`, `_` and `~` between two empty lines: the parser's time grows with their square (80,000 took 2 s). */
export const EMPHASIS_MARKS_MAX = 4_000;
/** `[`, `<` and `|` in a whole text: a table of 1,000 rows, more notes than a thesis has. */
export const STRUCTURE_MARKS_MAX = 20_000;
/**
 * Characters between two empty lines times the `&` and backslashes there, summed over the text: the parser
 * copies what it has of a text at each (1,000 `&amp;` after 90,000 letters took 9 s and 1 GB). An article
 * with a no-break space after every second word has a fortieth of it.
 */
export const REFERENCE_WORK_MAX = 20_000_000;
/** Depth of the parsed tree. Rendering recurses, so this bounds the stack as well. */
export const TREE_DEPTH_MAX = 100;
/** Nodes of the parsed tree: the longest text with a link or mark at every second word. Rendering takes 2 s for ten times as many. */
export const TREE_NODES_MAX = 80_000;
/** A footnote's or source's name is a word; anything longer is text in brackets. */
export const FOOTNOTE_ID_MAX = 100;
/** Bytes of a file name, the limit of common file systems. */
export const FILE_NAME_MAX_BYTES = 255;
/** A heading's id is a fragment that people copy. */
export const SLUG_MAX = 60;
/** The accessible name of what is scrolled to: a table's header cells, the first line of code. */
export const SCROLLED_LABEL_MAX = 100;
/** Raw elements open at once in a paragraph; deeper ones are dropped, their text stays. */
export const RAW_DEPTH_MAX = 16;
/** Characters without a space that a column of a table on paper has room for: longer words of languages are hyphenated. */
export const UNBROKEN_MAX = 30;
