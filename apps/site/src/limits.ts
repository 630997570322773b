/**
 * Texts that are remembered as they were set, for page, feeds and search to take: as many as stand in the two tiers of the
 * search that a thread makes at once (see SEARCH_TIER_MAX of the archive). A text of 4,000 letters takes 15 KB.
 */
export const PROSE_KEPT = 5_000;
