/** Bytes that pass a frozen connection from the server to the reader, TLS included (reported since June 2025: about 16 KB). */
export const FREEZE_BYTES = 16_384;

/** Bytes a second of a connection that is throttled to death: a page of 10 KB takes half a minute. */
export const DRIP_BYTES_A_SECOND = 300;

/** Milliseconds between two drops: short enough that no program takes the pause for silence. */
export const DRIP_EVERY_MS = 100;

/** Connections within {@link CROWD_WINDOW_MS} after which a provider goes silent (seen since November 2025: 12 to 24). */
export const CROWD = 12;
export const CROWD_WINDOW_MS = 10_000;

/** Milliseconds for which that provider stays silent. */
export const CROWD_SILENCE_MS = 60_000;

/** Milliseconds that a reader waits for a page before it counts as not reached. */
export const PATIENCE_MS = 30_000;

/** The same where nobody but the browser helps: then nothing comes that has not come by now. */
export const PLAIN_PATIENCE_MS = 20_000;

/** Milliseconds for which pictures are waited for once the text stands; and where it is the worker who is to bring them. */
export const PICTURES_MS = 10_000;
export const MENDED_PICTURES_MS = 90_000;

/** Milliseconds that a first visit stays on a page: what is kept for later is fetched meanwhile. */
export const STAY_MS = 30_000;

/** Hosts that may be asked within a minute, and sources that may be under way for one page. */
export const MOST_HOSTS = 4;
export const MINUTE_MS = 60_000;
export const MOST_TOGETHER = 2;

/** Milliseconds to readable text: for faults that announce themselves, and for silence. Measured, never asserted. */
export const AIM_ANNOUNCED_MS = 5_000;
export const AIM_SILENT_MS = 8_000;

/** Bytes of a piece (packages/release/SPEC.md, 4.3): files that are no longer have none. */
export const PIECE_BYTES = 8_192;

/** How many times slower than here a reader's core is thought, and milliseconds that verifying a page may take there. */
export const SLOWED = 6;
export const MOST_VERIFY_MS = 50;
