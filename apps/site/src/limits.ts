/**
 * Texts that are remembered as they were set, for page, feeds and search to take: as many as stand in the two tiers of the
 * search that a thread makes at once (see SEARCH_TIER_MAX of the archive). A text of 4,000 letters takes 15 KB.
 */
export const PROSE_KEPT = 5_000;

/**
 * Gzipped bytes that a page with a table has left in its budget with what to read next beside it, else it stands below: an
 * article of 1,200 Russian words with all its forms then stays within 11,580 bytes (80 of them for ways to take it along),
 * and a correction finds room.
 */
export const SPARED_ROOM = 260;

/** Months that the search page names one by one: four years; of more it names the years. */
export const MONTHS_LISTED_MAX = 48;

/** Authors that the search page brings as choices: more come with the index, when somebody turns to the form. */
export const AUTHOR_CHOICES_MAX = 60;
