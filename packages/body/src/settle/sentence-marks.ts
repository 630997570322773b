/*
 * The marks of sentences in the scripts that newsrooms set, as parts of a class in an expression. The semicolon that asks
 * in Greek, and Armenian’s mark inside the word, are told by what stands before them.
 */

/** What ends a question: of Latin, Greek, Arabic, Armenian, Ethiopic, N’Ko and other scripts, and as CJK sets it. */
export const ASKING =
  '?\\u037e\\u055e\\u061f\\u1367\\u1945\\u2047-\\u2049\\u203d\\u2e2e\\ua60f\\ua6f7\\ufe56\\uff1f';
/** What ends a call or breaks off. */
export const CALLING = '!…\\u055c\\u07f9\\u1944\\uff01';
/** What ends a statement. */
export const STATING = '.\\u0589\\u06d4\\u0964\\u0965\\u1362\\u104b\\u17d4\\u3002\\uff0e\\uff61';
/** What ends a sentence. */
export const SENTENCE_ENDS = `${ASKING}${CALLING}${STATING}`;
export const COMMAS =
  ',\\u055d\\u060c\\u07f8\\u1363\\u1802\\u3001\\ua4fe\\ua60d\\ua6f5\\uff0c\\uff64';
/** What parts the items of a list, besides “;”, which asks in Greek. */
export const SEMICOLONS = '\\u061b\\u1364\\uff1b';

const SENTENCE_END = new RegExp(`[${SENTENCE_ENDS}][»”“")\\]]{0,9}$`, 'u');

/** Whether a line ends a sentence, within what closes behind it. */
export const endsSentence = (line: string): boolean => SENTENCE_END.test(line);
