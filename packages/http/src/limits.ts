/** Milliseconds without a byte after which an answer is given up: connections to blocked hosts freeze without an error. */
export const IDLE_MS = 20_000;

/** Milliseconds that any answer may take, however short: a byte now and then must not hold a program for ever. */
export const ANSWER_MS = 60_000;

/** Bytes per millisecond below which an answer counts as one that will never end: a slow Tor circuit gives ten times that. */
export const MIN_BYTES_PER_MS = 0.5;

/** Milliseconds to wait before each further try of one request: a host that is restarted is back by then. */
export const RETRY_WAITS_MS = [1_000, 4_000, 16_000] as const;

/** Milliseconds that a server may ask us to wait (`Retry-After`) before it counts as busy for this time. */
export const MAX_RETRY_AFTER_MS = 60_000;

/** Codings of one answer: a server applies one, and a proxy another. */
export const MAX_CODINGS = 3;

/** Bytes of an answer's headers: large hosts send policies of some kilobytes. */
export const MAX_HEADER_BYTES = 64 * 1024;

/** Characters of an address that a server leads on to that are shown. */
export const SHOWN_CHARACTERS = 200;

/** Bytes of a proxy's answer to CONNECT: a status line and a few headers. */
export const MAX_PROXY_ANSWER_BYTES = 8_192;
