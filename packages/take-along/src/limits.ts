/** Bytes of one book: what mail still carries, and what is sent from phone to phone within a minute. */
export const EDITION_MAX_BYTES = 5_000_000;
/** Bytes that a picture costs besides its own: its names in the archive and in the list of files. */
export const PICTURE_FRAME_BYTES = 400;
/** Titles on the cover: what a phone shows at once. */
export const COVER_TITLES = 5;
/** Mirrors that a book or a stick names. */
export const EDITION_MIRRORS_MAX = 5;
