/** Files on the branch: 100,000 pages with their pictures twice over, and the nodes above them. */
export const MAX_BRANCH_FILES = 1_000_000;

/** Bytes of one file on the branch, as of one in a tree (SPEC 4.3). */
export const MAX_BLOB_BYTES = 2 ** 32;

/** Bytes of the list of files on the branch: of a million, with names as long as most. */
export const MAX_LISTING_BYTES = 256 * 1024 * 1024;

/**
 * Bytes of all metadata and nodes on the branch, which are in memory together: 100,000 files of 100 KB have some 50 MB of
 * nodes, and where all of them change, as their types may, four releases’ are there.
 */
export const MAX_KEPT_BYTES = 256 * 1024 * 1024;

/** Milliseconds in which git has to say whether there is a branch: a first release is not to wait for a host that is blocked. */
export const BRANCH_ANSWER_MS = 20_000;

/** Versions of metadata before the newest that are asked of a mirror: those of the last releases, some of which were signed twice. */
export const FORMER_VERSIONS = 6;
