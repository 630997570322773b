import { isFormOf } from '@tamizdat/search/asking';
import { BEGINNING_MIN, COMMON_LETTERS, SHORT_COMMON_LETTERS, SHORT_WORD } from '../limits.ts';

/** Letters behind what was asked for with which a word is still taken for a form of it. */
const ENDING_LETTERS = 3;
/** English endings: without a stemmer they alone tell that two words are forms of one. */
const ENGLISH = /^(?:s|e|es|ed|d|ing|y|ies|ied)?$/;

/** How well a word answers one that was asked for: it is it or a form of it, it begins like it, or not at all. */
export function isFound(
  word: string,
  asked: string,
  lang: string,
): 'form' | 'beginning' | undefined {
  if (word === asked) return 'form';
  if (asked.length < BEGINNING_MIN) return undefined;
  if (word.startsWith(asked))
    return word.length - asked.length <= ENDING_LETTERS ? 'form' : 'beginning';
  if (isEnglish(lang)) return isEnglishForm(word, asked) ? 'form' : undefined;
  return isFormOf(word, asked, lang, commonLetters(asked, lang)) ? 'form' : undefined;
}

const isEnglish = (lang: string): boolean => /^en\b/i.test(lang);

/** Letters at the beginning of a word that all of its forms have too. */
export const commonLetters = (asked: string, lang: string): number =>
  asked.length > SHORT_WORD || isEnglish(lang) ? COMMON_LETTERS : SHORT_COMMON_LETTERS;

function isEnglishForm(word: string, asked: string): boolean {
  const longest = Math.min(word.length, asked.length);
  let common = 0;
  while (common < longest && word[common] === asked[common]) common++;
  for (let stem = common; stem >= COMMON_LETTERS; stem--)
    if (ENGLISH.test(word.slice(stem)) && ENGLISH.test(asked.slice(stem))) return true;
  return false;
}
