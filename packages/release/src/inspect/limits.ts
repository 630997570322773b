/** Milliseconds without a byte after which a source is given up: connections to blocked hosts freeze without an error. */
export const IDLE_MS = 20_000;

/** Files fetched at once from one server: as browsers do over HTTP/1.1. */
export const PARALLEL_FETCHES = 6;

/** Findings that are kept: after these the rest is more of the same. */
export const MAX_FINDINGS = 1_000;

/** Bytes of a file read at once from a disk. */
export const READ_BYTES = 1024 * 1024;
