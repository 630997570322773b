/** Bytes of one answer of git: names of all files of a kit, a hundred bytes each, many times over. */
export const ANSWER_MAX_BYTES = 64 * 1024 * 1024;

/** Names of files that a refusal lists; the rest are counted. */
export const NAMED_FILES = 20;

/** The first git that merges without a work tree (`git merge-tree --write-tree`). */
export const OLDEST_GIT: readonly [major: number, minor: number] = [2, 38];
