/** Items of a brief feed at most: what a reader scrolls through on a phone. */
export const BRIEF_ITEMS = 15;

/**
 * Bytes of a brief feed at most, gzipped. Some networks freeze a connection after about 16 KB, the
 * TLS handshake and the response headers included; this leaves room for both.
 */
export const BRIEF_GZIP_BYTES = 10_000;

/** Articles a full feed holds at least, where there are as many. */
export const FEED_MINIMUM = 10;

/** Articles the feed of a tag or an author holds at least, where there are as many. */
export const NARROW_FEED_MINIMUM = 5;

/** Milliseconds a feed reader may take in a test before it counts as hanging. */
export const READER_TIMEOUT_MS = 60_000;
