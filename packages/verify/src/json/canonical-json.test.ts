import { canonicalize as peer } from '@tufjs/canonical-json';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalize, encodeCanonical, parseCanonical } from './canonical-json.ts';

const text = fc.string({ unit: 'grapheme' }).filter((value) => !/[\0-\x1f]/.test(value));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.maxSafeNat(),
    fc.boolean(),
    fc.constant(null),
    text,
    fc.array(tie('value')),
    fc.dictionary(text, tie('value')),
  ),
}));

test('a value is read back as it was, and written as TUF’s own library writes it (SPEC 3.3)', () => {
  fc.assert(
    fc.property(value, (given) => {
      expect(parseCanonical(encodeCanonical(given), 'test')).toEqual(given);
      expect(canonicalize(given)).toBe(peer(given));
    }),
  );
});

test('any bytes are canonical or refused (SPEC 3.1)', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (given) => {
      const bytes = new TextEncoder().encode(given);
      try {
        expect(encodeCanonical(parseCanonical(bytes, 'test'))).toEqual(bytes);
      } catch (error) {
        expect(error).toMatchObject({ name: 'ReleaseError', code: 'not-canonical' });
      }
    }),
  );
});

test.each([
  ['a name twice', '{"a":1,"a":1}'],
  ['names in disorder', '{"b":1,"a":1}'],
  ['a fraction', '1.5'],
  ['a whole number written as a fraction', '[1.0]'],
  ['an exponent', '1e3'],
  ['a negative number', '-1'],
  ['a negative zero', '-0'],
  ['a number too large', '9007199254740993'],
  ['white space', '{"a": 1}'],
  ['a line break at the end', '{}\n'],
  ['an escape that is not needed', String.raw`"\u0061"`],
  ['an escaped control character', String.raw`"\n"`],
  ['a control character', '"\n"'],
  ['a lone surrogate', String.raw`"\ud800"`],
  ['nothing', ''],
  ['two values', '1 2'],
  ['a comment', '/**/1'],
  ['a byte order mark', '\ufeff1'],
  ['17 arrays in each other', '['.repeat(18) + ']'.repeat(18)],
  ['a million arrays in each other', '['.repeat(1_000_000)],
])('%s is refused', (_, json) => {
  expect(() => parseCanonical(new TextEncoder().encode(json), 'test')).toThrow('not-canonical');
});

test('bytes that are not UTF-8 are refused', () => {
  expect(() => parseCanonical(Uint8Array.of(0x22, 0xff, 0x22), 'test')).toThrow('not-canonical');
});

test('the name __proto__ is a name like others', () => {
  const parsed = parseCanonical(new TextEncoder().encode('{"__proto__":{"a":1}}'), 'test');
  expect(Object.hasOwn(parsed as object, '__proto__')).toBe(true);
});

test.each([
  ['a fraction', 0.5],
  ['a control character', 'a\u0000'],
  ['a lone surrogate', '\ud800'],
  ['undefined', { a: undefined }],
])('%s is not written', (_, given) => {
  expect(() => canonicalize(given)).toThrow('not-canonical');
});
