import { WORD_MAX, WORD_MIN } from './limits.ts';

/** A word of a text with its offset in UTF-16 code units. */
export interface PlacedWord {
  word: string;
  offset: number;
}

/** Letters with apostrophes, stresses and hyphens between them; digits make something else of it. */
const WORD = /(?<![\p{L}\p{N}_@.])\p{L}[\p{L}\p{M}’'-]*(?![\p{L}\p{N}_@])/gu;

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  en: /^[\p{Script=Latin}\p{M}’'-]+$/u,
  ru: /^[\p{Script=Cyrillic}\p{M}-]+$/u,
};

/**
 * The words of a text that a dictionary of a language can know, each once, with its first place. Names are none of them:
 * words that begin with a capital letter, or have one inside.
 */
export function findWords(prose: string, language: string): PlacedWord[] {
  const script = SCRIPTS[language];
  const found = new Map<string, number>();
  for (const { 0: written, index } of prose.matchAll(WORD)) {
    let offset = index;
    for (const part of script === undefined ? [] : written.split('-')) {
      if (isCandidate(part, script) && !found.has(part)) found.set(part, offset);
      offset += part.length + 1;
    }
  }
  return [...found].map(([word, offset]) => ({ word, offset }));
}

const isCandidate = (word: string, script: RegExp | undefined): boolean =>
  word.length >= WORD_MIN &&
  word.length <= WORD_MAX &&
  script?.test(word) === true &&
  !/\p{Lu}|[’']$/u.test(word);
