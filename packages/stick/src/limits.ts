/** Characters of one piece of the list of words: read from a slow stick, and taken apart by a slow phone, in a blink. */
export const WORDS_PIECE = 64_000;
/** Articles in one piece of the list of articles. */
export const ARTICLES_PIECE = 50;
/** Letters that two forms of a word have in common at least, and by which pieces are chosen. */
export const COMMON_LETTERS = 4;
/** The same for short words: «вода» and «воду» are all stem but for one letter. */
export const SHORT_COMMON_LETTERS = 3;
/** Letters of the longest word that is short: three, and the longest ending. */
export const SHORT_WORD = 6;
/** Shortest beginning that finds longer words. */
export const BEGINNING_MIN = 3;
/** Pieces that are read for one word: a short beginning stands in many. */
export const PIECES_MAX = 8;
/** Results that are shown at a time. */
export const RESULTS_STEP = 20;
/** Longest query that is taken, in UTF-16 code units; as on the site. */
export const QUERY_MAX = 200;
/** Words of one query that are looked up. */
export const QUERY_WORDS_MAX = 12;
/** Days after which a copy says in words how old it is. */
export const AGE_TOLD_DAYS = 7;
/** Articles that a start page lists. */
export const NEWEST = 20;
/** Bytes of the largest file that FAT holds. */
export const FAT_FILE_MAX = 4_294_967_295;
