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

/**
 * What a name looks like to somebody who reads it quickly: two names that give the same are taken for each other. Case,
 * accents, spaces, signs and the alphabet of letters that look the same do not count.
 */
export function lookOf(name: string): string {
  const letters = name.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '');
  return Array.from(letters.toUpperCase(), (letter) => LIKE_LATIN.get(letter) ?? letter).join('');
}

/** The same where a small L and a capital I are one stroke. */
export const strokesOf = (name: string): string => lookOf(name.replaceAll(/[IІl|1Ӏ]/g, 'l'));
