import { expect, test } from 'vitest';
import { buildLegalText, buildLegalValue } from './legal-text.ts';

test('what XML forbids becomes U+FFFD, one for one', () => {
  expect(buildLegalText('a\u0000b\u000Bc\u001Fd\uFFFEe\uFFFFf')).toBe(
    'a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf',
  );
});

test('lone surrogates are replaced, pairs stay', () => {
  expect(buildLegalText('\uD83D x \uDE00 😀')).toBe('\uFFFD x \uFFFD 😀');
});

test('line ends are as an XML parser gives them, tabs stay', () => {
  expect(buildLegalText('a\r\nb\rc\n\td')).toBe('a\nb\nc\n\td');
});

test('every string of a value is made legal, keys and other values stay', () => {
  const value = { title: '\u0001', authors: ['\u0002', 'b'], image: { length: 3, alt: '\uD800' } };
  expect(buildLegalValue(value)).toEqual({
    title: '\uFFFD',
    authors: ['\uFFFD', 'b'],
    image: { length: 3, alt: '\uFFFD' },
  });
});
