/** Limits of an article's text. Lengths are in UTF-16 code units unless a name says otherwise. */

/** Longest text that is parsed: about 100,000 Russian words. The front matter's file limit is higher. */
export const MARKDOWN_MAX_LENGTH = 1_000_000;
/**
 * Block quotes and list items opened on one line. The parser's time grows with the square of them
 * (100,000 `>` took 5 s), and nobody quotes a quote sixteen times.
 */
export const LINE_NESTING_MAX = 16;
/** Depth of the parsed tree. Rendering recurses, so this bounds the stack as well. */
export const TREE_DEPTH_MAX = 100;
/** A footnote's or source's name is a word; anything longer is text in brackets. */
export const FOOTNOTE_ID_MAX = 100;
/** Bytes of a file name, the limit of common file systems. */
export const FILE_NAME_MAX_BYTES = 255;
/** A heading's id is a fragment that people copy. */
export const SLUG_MAX = 60;
/** A table's accessible name, made of its header cells. */
export const TABLE_LABEL_MAX = 100;
/** Raw elements open at once in a paragraph; deeper ones are dropped, their text stays. */
export const RAW_DEPTH_MAX = 16;
