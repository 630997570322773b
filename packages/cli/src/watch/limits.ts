/**
 * Days before what signs the list of mirrors runs out at which a renewal signs it anew: a month before `doctor` asks a person
 * for it, and long enough for one to look after a machine that does so no more.
 */
export const LIST_RENEWED_DAYS = 60;

/** Days that is remembered what the list held: as long as what was seen of mirrors. */
export const NOTED_DAYS = 90;

/** Bytes of that note: 2,000 addresses of the longest kind would be half of it. */
export const SHOWN_NOTE_MAX_BYTES = 1_048_576;

/** Milliseconds by which clocks may differ that signed and looked one after another: as much as of those that write one book. */
export const CLOCK_LEEWAY_MS = 10 * 60_000;
