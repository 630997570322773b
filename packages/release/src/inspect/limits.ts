/** Milliseconds without a byte after which a source is given up: connections to blocked hosts freeze without an error. */
export const IDLE_MS = 20_000;

/** Milliseconds that any answer may take, however short: a byte now and then must not hold a verifier for ever. */
export const ANSWER_MS = 60_000;

/** Bytes per millisecond below which an answer counts as one that will never end: a slow Tor circuit gives ten times that. */
export const MIN_BYTES_PER_MS = 0.5;

/** Files of a source that may fail to come, the others being judged, before all of it is given up. */
export const MAX_LOST = 6;

/** Files fetched at once from one server: as browsers do over HTTP/1.1. */
export const PARALLEL_FETCHES = 6;

/** Findings that are kept: after these the rest is more of the same. */
export const MAX_FINDINGS = 1_000;

/** Bytes of a file read at once from a disk. */
export const READ_BYTES = 1024 * 1024;
