/** Files of a source that may fail to come, the others being judged, before all of it is given up. */
export const MAX_LOST = 6;

/** Files fetched at once from one server: as browsers do over HTTP/1.1. */
export const PARALLEL_FETCHES = 6;

/** Findings that are kept: after these the rest is more of the same. */
export const MAX_FINDINGS = 1_000;

/** Bytes of a file read at once from a disk. */
export const READ_BYTES = 1024 * 1024;
