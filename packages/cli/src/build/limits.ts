/** Bytes of what a build or a release notes of the files of a tree: 200 for each of 1,000,000. */
export const MAX_RECORD_BYTES = 200 * 1024 * 1024;
