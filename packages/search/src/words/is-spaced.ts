/**
 * Languages without spaces between words: Pagefind finds their words by a dictionary, which must see the text as it
 * is written.
 */
const UNSPACED = /^(?:zh|ja|th)\b/i;

export function isSpaced(language: string): boolean {
  return !UNSPACED.test(language);
}
