import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords } from './words.ts';

test('counts words of both scripts, joined and apart', () => {
  expect(countWords("Rock'n'roll isn’t по-русски — 3 слова, e-mail")).toBe(6);
  expect(countWords('одно- два -три 😀 𐐷𐐸 é')).toBe(5);
  expect(countWords('')).toBe(0);
});

test('agrees with the definition by regular expression', () => {
  const byRegex = (text: string): number =>
    text.match(/[\p{L}\p{N}\p{M}]+(?:['’\u2010\u2011-][\p{L}\p{N}\p{M}]+)*/gu)?.length ?? 0;
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'ж', '7', '-', '’', ' ', '😀', '𐐷', '\u0301', '.') }),
      (text) => {
        expect(countWords(text)).toBe(byRegex(text));
      },
    ),
  );
});
