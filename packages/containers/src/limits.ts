/** Limits of what is looked at in one file. */

/** Segments, chunks, blocks, boxes, elements, pages or frames: MPEG audio of 20 MB has 200,000 frames at most. */
export const PARTS_MAX = 500_000;
/** Boxes and elements in one another; a film's deepest stands at the eighth level. */
export const LEVELS_MAX = 16;
/** Items of an AVIF file: a large picture is put together of some dozens. */
export const AVIF_ITEMS_MAX = 1_000;
/** Colour profile in bytes, unpacked: those of printing presses have 3 MB. */
export const PROFILE_MAX_BYTES = 4_000_000;
/** Tags of a colour profile: the usual ones have a dozen. */
export const PROFILE_TAGS_MAX = 100;
/** Bytes of a file's beginning by which its format is known. */
export const MAGIC_BYTES = 64;
/** Bytes of a number in EBML (RFC 8794, 7.1 to 7.3). */
export const NUMBER_MAX_BYTES = 8;
/** Bytes of a box that is not known in which its sort is looked for. */
export const PEEK_BYTES = 4_096;
/** Seconds of a film that its edits may pass over: frames before the first that can be shown, and what begins a sound. */
export const HIDDEN_MAX_SECONDS = 1;
/** Pixels across or down that a film may hide at its edges: cameras and encoders round up to whole blocks. */
export const CROPPED_MAX_PIXELS = 16;
/** Bytes of a PNG’s rows, unpacked: 100 million pixels of four colours. */
export const PNG_MAX_BYTES = 400_000_000;
