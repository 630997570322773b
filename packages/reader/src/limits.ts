/** Milliseconds after which a second source is asked while the first has not finished: a block is mostly silence. */
export const SECOND_SOURCE_MS = 2_500;

/** Milliseconds without a byte after which a source counts as silent. A slow phone network pauses for two or three. */
export const SILENCE_MS = 4_000;

/**
 * Milliseconds without a byte after which an answer that has begun is thought frozen, and a piece is asked for elsewhere:
 * soon enough that the second source is not asked for all of it too.
 */
export const STALL_MS = 2_000;

/** Milliseconds for which large files come in pieces once an answer froze. */
export const FROZEN_MS = 600_000;

/** Times that a piece is asked for again, a second apart: a frozen connection of HTTP/2 is let go after some twenty. */
export const MAX_PIECE_TRIES = 40;
export const PIECE_PAUSE_MS = 1_000;

/** Milliseconds that one source may take for one file, so that a drip of bytes ends. */
export const ATTEMPT_MS = 30_000;

/** Sources under way for one file, and for all pictures together: the second covers for the first, more would be counted by providers. */
export const SOURCES_AT_ONCE = 2;

/** Host names asked within {@link MINUTE_MS}: providers punish those who open many connections at once. */
export const HOSTS_PER_MINUTE = 4;
/** Of these, how many for pictures and whatever is no page: the last is left for the next page. */
export const HOSTS_BESIDE_PAGES = 3;
export const MINUTE_MS = 60_000;

/** Milliseconds after which a kept copy is shown while the sources are still being asked. */
export const KEPT_AFTER_MS = 6_000;

/** Milliseconds after which a page that no source has brought yet gives way to the page that says so and goes on looking. */
export const PATIENCE_MS = 12_000;

/**
 * Milliseconds for which a head that was looked at counts as the newest. A visit of some pages asks once or twice, with
 * some 600 bytes; a correction reaches readers as soon as it does through caches.
 */
export const HEAD_FRESH_MS = 120_000;

/**
 * Milliseconds for which what one mirror has is held back until a second has said that it knows of no newer release; a mirror
 * may be a cache that lags.
 */
export const CONFIRM_MS = 2_000;

/** Milliseconds after its signing from which a timestamp makes one ask elsewhere: it is signed anew each day. */
export const HEAD_OLD_MS = 2 * 86_400_000;

/** Milliseconds for which the source that worked last is asked first; then the reader's own address has its turn again. */
export const GOOD_MS = 1_800_000;

/** Milliseconds for which a source that failed is not asked again: a page's pictures would ask it one by one. */
export const BACKOFF_MS = 8_000;

/** Milliseconds for which a source that failed is asked after the others. */
export const BAD_MS = 300_000;

/** Bytes of a file that comes whole; longer ones (recordings) are handed on part by part, each verified. */
export const MAX_HELD_BYTES = 1_000_000;

/** Bytes of such a part: seconds of sound, and a third of a minute over a slow phone network. */
export const PART_BYTES = 131_072;

/** Bytes of a long file that is taken whole from a host that sends no parts; beyond that it is asked for elsewhere. */
export const MAX_WHOLE_BYTES = 64_000_000;

/** Roots that are fetched one by one where a bundle does not reach back far enough: ten years of yearly rotation. */
export const MAX_ROOT_STEPS = 10;

/** Addresses of mirrors that a reader may add by hand. */
export const MAX_ADDED = 10;

/** Pages whose origin is remembered for their sentence; in memory alone. */
export const MAX_SHOWN = 100;

/** Bytes of all kept files together; the oldest go first. A phone gives a site far more. */
export const MAX_KEPT_BYTES = 50_000_000;

/** Releases whose signatures are kept because a kept page belongs to one of them. */
export const MAX_KEPT_HEADS = 60;
