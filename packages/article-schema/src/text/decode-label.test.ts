import { domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeLabel } from './decode-label.ts';

test.each([
  ['xn--bnk-6cd', 'b\u0430nk'],
  ['XN--BNK-6CD', 'b\u0430nk'],
  ['xn--80ab2al', 'банк'],
  ['xn--p1ai', 'рф'],
  ['xn--caf-dma', 'café'],
  ['xn--h2brj9c', 'भारत'],
  ['bank', 'bank'],
  ['xn--', ''],
  ['xn--a-!', 'xn--a-!'],
  ['xn--99999999', 'xn--99999999'],
  [`xn--${'9'.repeat(80)}`, `xn--${'9'.repeat(80)}`],
])('%s stands for %s', (label, letters) => {
  expect(decodeLabel(label)).toBe(letters);
});

test('every label that becomes “xn--” comes back as browsers read it', () => {
  const letter = fc.constantFrom(...Array.from('abz0-бяжéüßαω中文日本אبभा\u{10400}\u{20000}'));
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1, maxLength: 16 }), (letters) => {
      const url = `https://${letters.join('')}.example/`;
      fc.pre(URL.canParse(url));
      const [label = ''] = new URL(url).hostname.split('.');
      fc.pre(label.startsWith('xn--'));
      expect(decodeLabel(label)).toBe(domainToUnicode(label));
    }),
    { numRuns: 300 },
  );
});

test('whatever stands there is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (rest) => {
      expect(typeof decodeLabel(`xn--${rest}`)).toBe('string');
    }),
  );
});
