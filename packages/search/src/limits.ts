/** How long a text may be that a document brings, in UTF-16 code units: five million, as an article's file may hold. */
export const BODY_MAX = 5_000_000;

/** Words of a language whose folding is kept: an archive's, but for names that hardly come again; some 10 MB. */
export const FOLDED_KEPT = 100_000;
/** The longest word whose folding is kept, in UTF-16 code units. */
export const FOLDED_LONGEST = 40;

/** Pagefind's weights (0 to 10) of the places a word can stand in: a headline says what an article is about. */
export const WEIGHTS = { title: 10, standfirst: 5, heading: 2 } as const;

/**
 * How long a reader waits for an answer, in milliseconds, before the page says that it failed. A blocked network
 * freezes without an error, so silence must end; the first search takes about 100 kB, which a slow 2G link
 * carries in 20 seconds.
 */
export const ANSWER_TIMEOUT_MS = 30_000;
/** Rest between the last key and the search, in milliseconds: typing asks for nothing. */
export const TYPING_PAUSE_MS = 250;
/** Waits shorter than this show no message, in milliseconds: a flicker reads as a fault. */
export const LOADING_DELAY_MS = 300;
/** Tiers asked for one question while they hold nothing: each costs about 30 kB, and the reader may ask for more. */
export const TIERS_STEP = 4;
/** Results shown at a time; each costs one request of a few kB. */
export const RESULTS_STEP = 8;
/** Longest query taken from a field or an address, in UTF-16 code units. */
export const QUERY_MAX = 200;
/** Words in an excerpt: about three lines on a phone. */
export const EXCERPT_WORDS = 30;
/** Words before the first mark of an excerpt, so that it is read in its sentence. */
export const EXCERPT_LEAD_WORDS = 5;
