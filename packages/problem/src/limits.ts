/**
 * Problems of one kind that are told of one file: a file of 5 MB may have one on each of two million lines, and a report
 * has room for as many.
 */
export const SAME_PROBLEMS_MAX = 1_000;
