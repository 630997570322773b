/** Limits of other systems that an export keeps to, in UTF-16 code units unless a name says otherwise. */

/** Ghost refuses a post with a longer summary, so it is cut; the whole one is carried beside it. */
export const GHOST_EXCERPT_MAX = 300;
/** The same of a picture's description. */
export const GHOST_ALT_MAX = 191;
/** The same of a headline. */
export const GHOST_TITLE_MAX = 255;
/** The same of an address part. */
export const GHOST_SLUG_MAX = 185;
