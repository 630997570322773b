/**
 * Days before what signs the list of mirrors runs out at which a renewal signs it anew: a month before `doctor` asks a person
 * for it, and long enough for one to look after a machine that does so no more.
 */
export const LIST_RENEWED_DAYS = 60;
