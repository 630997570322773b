/** Limits of the front page. */

/** Stories of the second rank, with a picture each: a row of four on a desk's screen, four swipes on a phone. */
export const SECOND_RANK = 4;
/** Headlines of the third rank: a row below the second. */
export const THIRD_RANK = 4;
/** Stories of a section: more is on the section's own page. */
export const SECTION_STORIES = 3;
/** How much older than the edition's newest a section's story may be, in milliseconds: half a year. Older is archive, not news. */
export const FRONT_AGE_MS = 182 * 24 * 3_600_000;
