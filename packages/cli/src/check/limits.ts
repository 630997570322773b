/** Limits of what a check tells. */

/** Bytes of all problems together, as JSON: some thousand, more than anybody mends before looking again. */
export const REPORT_BYTES_MAX = 1_000_000;
/** Problems that a terminal is told of at once, unless another number is asked for: ten screens. */
export const SHOWN_MAX = 200;
/** Characters of one text of a problem: a screen. */
export const REPORT_TEXT_MAX = 2_000;
