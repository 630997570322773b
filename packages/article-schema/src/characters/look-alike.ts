import { CONFUSABLES } from './confusables.ts';

/** Capitals of Cyrillic and Greek that look like Latin ones, and signs that look like letters (after Unicode TS 39). */
const LIKE_LATIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    А: 'A',
    В: 'B',
    Е: 'E',
    Ѕ: 'S',
    І: 'I',
    Ј: 'J',
    К: 'K',
    М: 'M',
    Н: 'H',
    О: 'O',
    Р: 'P',
    С: 'C',
    Т: 'T',
    У: 'Y',
    Х: 'X',
    Һ: 'H',
    Ԛ: 'Q',
    Ԝ: 'W',
    Ӏ: 'I',
    Ү: 'Y',
    Α: 'A',
    Β: 'B',
    Ε: 'E',
    Ζ: 'Z',
    Η: 'H',
    Ι: 'I',
    Κ: 'K',
    Μ: 'M',
    Ν: 'N',
    Ο: 'O',
    Ρ: 'P',
    Τ: 'T',
    Υ: 'Y',
    Χ: 'X',
    '0': 'O',
    '3': 'З',
    '1': 'I',
  }),
);

/** Letters and digits alone, without what cannot be seen (Unicode’s fillers count as letters). */
const lettersOf = (name: string): string =>
  name.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]|\p{Default_Ignorable_Code_Point}/gu, '');

/**
 * What a name looks like to somebody who reads it quickly: two names that give the same are taken for each other. Case,
 * accents, spaces, signs and the alphabet of letters that look the same do not count.
 */
export function lookOf(name: string): string {
  const letters = lettersOf(name).toUpperCase();
  return Array.from(letters, (letter) => LIKE_LATIN.get(letter) ?? letter).join('');
}

/** The same where a small L and a capital I are one stroke. */
export const strokesOf = (name: string): string => lookOf(name.replaceAll(/[IІl|1Ӏ]/g, 'l'));

/** The same by the form of each letter as it is written, small or capital, and of two that look like one. */
export function shapeOf(name: string): string {
  const letters = lettersOf(name.replaceAll('|', 'l'));
  return Array.from(letters, (letter) => CONFUSABLES.get(letter) ?? letter)
    .join('')
    .replaceAll(/[I1]/g, 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .toLowerCase()
    .replaceAll('0', 'o');
}
