/** Limits of what is looked at in one file. */

/** Segments or chunks of a picture: a PNG of 40 MB has 5,000, a hostile file millions. */
export const HEADER_PARTS_MAX = 20_000;
/** Items of an AVIF file that is written anew: a large picture is put together of some dozens. */
export const AVIF_ITEMS_MAX = 1_000;
/** Sub-blocks of at most 255 bytes in one GIF block: enough for a picture of 40 MB. */
export const SUB_BLOCKS_MAX = 160_000;
/** Bytes of EXIF that are interpreted; the format allows 65,527 in a JPEG. */
export const EXIF_MAX_BYTES = 1_000_000;
/** Bytes read at once while walking a header: most headers are in the first. */
export const HEADER_WINDOW_BYTES = 65_536;
/** Bytes at a file's end in which its end mark is looked for; some programs pad with zeros. */
export const TAIL_BYTES = 64;
/** Boxes, elements, pages or frames of a recording: MPEG audio of 20 MB has 200,000 frames at most. */
export const PARTS_MAX = 500_000;
/** Vendor of an Ogg stream, bytes: encoders write their name and version. */
export const VENDOR_MAX_BYTES = 64;
