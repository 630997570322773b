/**
 * Characters of a text below which it carries no box: about three screens of a phone, so that whoever meets the box has
 * read something, and has something left to read.
 */
export const SHORT_PIECE = 1_800;

/** How far from the middle of a text its box may stand, as a part of the whole: between a quarter and three quarters. */
export const BOX_RANGE = 0.25;
