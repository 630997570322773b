/** How long a server may take for the first byte of an answer before it counts as silent, in milliseconds. */
export const SILENCE_MS = 20_000;

/** Times that something is tried with a store before a publication to it is given up. */
export const STORE_TRIES = 4;

/** Milliseconds before a store is asked again; twice as long each time. Stores that say “too many” want seconds. */
export const STORE_WAIT_MS = 1_000;

/** Milliseconds that a path stays on a mirror after a release without it: caches and open pages still ask for it. */
export const GRACE_MS = 24 * 3_600_000;

/** Bytes of the file in which a publisher notes what it put on a mirror: names of 40,000 files. */
export const MAX_STATUS_BYTES = 4 * 1024 * 1024;

/** Nodes fetched from a mirror at once. */
export const PARALLEL_NODES = 8;

/** Files read back after a publication, to notice a store that loses or cuts what it is sent. */
export const READ_BACK_FILES = 3;

/** Mirrors published to at once: beyond, they share the newsroom's line anyway. */
export const PARALLEL_MIRRORS = 8;

/** Milliseconds that one call of git or rclone may take: 10 GB over a slow line. */
export const COMMAND_MS = 6 * 3_600_000;

/** Bytes of what git or rclone say that are kept: the end of it names the fault. */
export const COMMAND_OUTPUT_BYTES = 8 * 1024;

/** Seconds for which a page may be kept by caches: an edition's correction must arrive. */
export const PAGE_SECONDS = 60;
