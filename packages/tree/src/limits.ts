/** Files read, written or looked at at once: enough to keep a disk busy, far below the usual 1,024 descriptors. */
export const PARALLEL_FILES = 32;

/** Bytes compared at once, per file: two such buffers are held for each of the files above. */
export const COMPARE_BYTES = 64 * 1024;

/** Files held in memory at once while a tree is checked, each up to the sizes below. */
export const PARALLEL_READS = 8;

/** Bytes of a page, stylesheet, feed or JSON file. A page is a few kilobytes, a full feed some hundred. */
export const MAX_TEXT_BYTES = 8 * 1024 * 1024;

/** Bytes of an image, recording or other file that is searched for metadata: the largest video has 50 million. */
export const MAX_BINARY_BYTES = 50_000_000;

/** Problems listed for one file: after these the rest is more of the same. */
export const MAX_PROBLEMS_PER_FILE = 100;

/** Problems listed for a tree, so that a broken footer on 100,000 pages does not fill memory and terminal. */
export const MAX_PROBLEMS = 10_000;

/** Levels of JSON that are looked into. */
export const MAX_JSON_DEPTH = 100;

/** UTF-8 bytes of one name: 255 on most file systems, less an extension that a tool may append. */
export const MAX_NAME_BYTES = 240;

/** UTF-16 code units of a whole path: Windows stops at 260 with its folder before it. */
export const MAX_PATH_LENGTH = 200;

/** Bytes of the journal of a tree’s folder: 200 for each of 1,000,000 paths. */
export const MAX_JOURNAL_BYTES = 200 * 1024 * 1024;

/** Names looked for in files that were checked before; with more of them all those files are checked once more. */
export const NAMES_SOUGHT = 50;
