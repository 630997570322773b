/** Mirrors named under an article of a letter: each is a line, and weighs with every article. */
export const LETTER_MIRRORS_MAX = 5;
/** Articles of an extra letter that names none: what a phone’s owner reads at once. */
export const EXTRA_ARTICLES = 5;
/** Articles that an extra letter may name. */
export const EXTRA_IDS_MAX = 50;
/** Characters of the text that says why an extra letter comes. */
export const WHY_MAX = 2_000;
/** Records of what is out that a message names: more are a page that nobody reads. What is uncertain is named in full. */
export const RECORDS_SHOWN = 20;
/** Characters of a subject that a record keeps: enough to find the mail by. */
export const SUBJECT_KEPT = 200;
