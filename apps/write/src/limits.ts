/** Limits of the writing room. */

/** Bytes of one request to the local room: the largest recording a folder may hold, as base64, and room for its text. */
export const REQUEST_MAX_BYTES = 80_000_000;
/** Bytes of a text file that is read or written: as `tamizdat check` has it for an article. */
export const TEXT_MAX_BYTES = 5_000_000;
/** Bytes of a picture or recording that is read: the largest film an article may have. */
export const MEDIA_MAX_BYTES = 50_000_000;
/** Bytes of `writing-room.yaml`: six lines. */
export const SETTINGS_MAX_BYTES = 10_000;
/** Problems told when the room opens: what more there is, `tamizdat check` tells. */
export const PROBLEMS_TOLD_MAX = 50;
/** Files of one save: an article and its pictures. */
export const FILES_MAX = 200;
/** Articles in one list of the local room: an archive of twenty years. */
export const ENTRIES_MAX = 100_000;
/** Texts not yet saved that the browser remembers the origin of: a writer has a handful open. */
export const BACKUPS_MAX = 200;
/** Characters of a line of the text that stand before what is said of it: enough to find it by. */
export const LINE_SHOWN_MAX = 32;
/** Ports tried after the wanted one. */
export const PORTS_TRIED = 20;
/** Pixels of a picture's longer side: the site shows none wider than half of it, and repositories keep every version. */
export const PICTURE_SIDE_MAX = 2_560;
/** Quality of a JPEG that the room writes anew, from 0 to 1: what is lost cannot be seen, and the site makes its own sizes of it. */
export const PICTURE_QUALITY = 0.92;
