/**
 * Texts that are remembered as they were set, for page, feeds and search to take: those of two parts of the search with
 * their pages, some 20 MB.
 */
export const PROSE_KEPT = 2_500;
