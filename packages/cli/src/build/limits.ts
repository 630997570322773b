/** Bytes of what a build or a release notes of the files of a tree: 200 for each of 1,000,000. */
export const MAX_RECORD_BYTES = 200 * 1024 * 1024;

/** Bytes of what a rendering notes: 1,000 for each of 400,000 files. More is not kept, and the next build renders all. */
export const MAX_RENDERING_BYTES = 400_000_000;
