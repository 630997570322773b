/** Limits of what an import takes. Lengths are in UTF-16 code units unless a name says otherwise. */

/** One record of a source: a book with pictures inside as text. What is longer is refused and counted. */
export const RECORD_MAX_LENGTH = 4_000_000;
/** Bytes of a Ghost export, which is one JSON value and is read whole: ten thousand long posts. */
export const GHOST_MAX_BYTES = 150_000_000;
/** One text of an XML export. Entities are never expanded: the format needs none but XML's own five. */
export const XML_TEXT_MAX_LENGTH = RECORD_MAX_LENGTH;
/** Elements inside each other in an XML export; WordPress needs four. */
export const XML_DEPTH_MAX = 50;
/** Elements inside each other in a text: editors of word processors nest some thirty. */
export const HTML_DEPTH_MAX = 200;
/** Bytes of a picture that is read. */
export const PICTURE_MAX_BYTES = 50_000_000;
/** Sections of an outlet; what is rarer becomes a tag. */
export const SECTIONS_MAX = 40;
/** A former address, so that it still is one: see ADDRESS_MAX of the schema. */
export const ADDRESS_MAX = 195;
/** The last part of an article's address. */
export const SLUG_LONGEST = 80;
/** Examples that a report gives of one reason. */
export const EXAMPLES = 3;
/** Tags of one article. */
export const TAGS_MAX = 50;
/** Former addresses of one list in a language: see LIST_MAX of the schema. */
export const FORMERS_MAX = 40;
/** Files of a site's folder, pictures included. */
export const FOLDER_FILES_MAX = 500_000;
/** Bytes of a settings file of a site: a list of a thousand authors. */
export const CONFIG_MAX_BYTES = 2_000_000;
/** Places of a report at which one kind of template was not run; of more only the number is told. */
export const NOT_RUN_PLACES_MAX = 10_000;
/** Files of a zip. */
export const ZIP_ENTRIES_MAX = 200_000;
