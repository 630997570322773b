/** What values must look like, after “must be”. */
export const TIME_FORM = 'a date and time with a time zone';
export const SLUG_FORM = 'lower-case Latin letters, digits and single hyphens';
export const URL_FORM = 'a whole https address';
export const oneOf = (words: readonly string[]): string => `one of: ${words.join(', ')}`;

/** What to do, where several tables say the same. */
export const LOCALIZED = 'Write it in each of the outlet’s languages.';

/** The time in examples. */
export const TIME = '2026-11-22T09:30:00+02:00';
