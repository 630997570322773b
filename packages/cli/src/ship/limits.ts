/** Files, chosen at random, that are verified of a mirror at its address after it was published to: all of them would
 * be the whole site, once a mirror and release. Publishing read some back already. */
export const SAMPLE_FILES = 50;

/** Bytes of the record of what was shipped: a line for each mirror. */
export const RECORD_MAX_BYTES = 100_000;

/** Milliseconds between two looks at a mirror that still shows the release before: caches keep pages for a minute. */
export const LOOK_AGAIN_MS = 20_000;

/** Looks at such a mirror in all, some two minutes: a later run looks again. */
export const LOOKS = 7;
