/** Articles a section, tag or author page lists before it leads on to calendar pages. */
export const LIST_NEWEST = 30;
/** Related articles under an article. */
export const RELATED_MAX = 3;
/** Older articles looked at per shared tag and for the section, newest first, when related ones are chosen. */
export const RELATED_CANDIDATES = 40;
/** How long an article counts as recent for news sitemaps and feeds, in milliseconds: 48 hours, as Google News asks. */
export const RECENT_MS = 48 * 60 * 60 * 1000;
