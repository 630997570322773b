/** Unknown words told of a file: a text of more is mostly one in another language. */
export const WORDS_TOLD_MAX = 20;

/** Unknown words of a run for which better ones are looked for, which takes a tenth of a second each. */
export const SUGGESTED_MAX = 20;

/** Suggestions told of a word. */
export const SUGGESTIONS_TOLD = 3;

/** Characters of a word that is looked at: shorter ones are abbreviations, and longer ones no words. */
export const WORD_MIN = 4;
export const WORD_MAX = 60;

/** Bytes of the outlet’s own words. */
export const OWN_WORDS_MAX_BYTES = 1_000_000;
