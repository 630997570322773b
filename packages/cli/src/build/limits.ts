/** Bytes of what a build or a release notes of the files of a tree: 200 for each of 1,000,000. */
export const MAX_RECORD_BYTES = 200 * 1024 * 1024;

/** Bytes of what a rendering notes: 1,000 for each of 400,000 files. More is not kept, and the next build renders all. */
export const MAX_RENDERING_BYTES = 400_000_000;

/** How long nothing more may be saved before a build begins, in milliseconds: an editor’s steps are closer together. */
export const SETTLE_MS = 20;

/** How long a build waits for that at most, in milliseconds: somebody may save without end. */
export const SETTLE_MAX_MS = 500;

/** How long a timer waits at a time, in milliseconds: a day; Node’s count no further than 24 of them. */
export const WAIT_MAX_MS = 86_400_000;
