import { foldRuns, isWord } from './fold-word.ts';

/**
 * Languages without spaces between words: Pagefind finds their words by a dictionary, which must see the text as it
 * is written.
 */
const UNSPACED = /^(?:zh|ja|th)\b/i;

export function isSpaced(language: string): boolean {
  return !UNSPACED.test(language);
}

/**
 * A text as it is indexed: its words folded, each where it stands, without what is between them, so that a phrase
 * is found across a dash. The runs of a word are parted by a hyphen: Pagefind then finds them together and alone.
 * @param language BCP 47
 */
export function foldText(text: string, language: string): string {
  if (!isSpaced(language)) return text;
  return text
    .split(/\s+/)
    .filter(isWord)
    .map((token) => foldRuns(token, language).join('-') || token)
    .join(' ');
}
