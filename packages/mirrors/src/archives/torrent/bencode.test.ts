import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bencodable, bencode } from './bencode.ts';

const text = (value: Bencodable): string => Buffer.from(bencode(value)).toString('latin1');

/** Reads one value as BEP 3 says, strings as Latin-1; refuses keys that are not in order. */
function decode(bytes: string): unknown {
  let at = 0;
  const until = (end: string): string => {
    const found = bytes.indexOf(end, at);
    const part = bytes.slice(at, found);
    at = found + 1;
    return part;
  };
  const readText = (): string => {
    const length = Number(until(':'));
    at += length;
    return bytes.slice(at - length, at);
  };
  const readMany = (): unknown[] => {
    const values: unknown[] = [];
    for (at++; bytes[at] !== 'e';) values.push(read());
    at++;
    return values;
  };
  const read = (): unknown => {
    const kind = bytes[at] ?? '';
    if (/\d/.test(kind)) return readText();
    if (kind === 'l') return readMany();
    if (kind === 'd') {
      const flat = readMany();
      const keys = flat.filter((_, index) => index % 2 === 0) as string[];
      expect(keys).toEqual([...keys].sort());
      return new Map(keys.map((key, index) => [key, flat[index * 2 + 1]]));
    }
    at++;
    return Number(until('e'));
  };
  const value = read();
  expect(at).toBe(bytes.length);
  return value;
}

const latin = (value: Bencodable): unknown => {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return Buffer.from(value).toString('latin1');
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  if (Array.isArray(value)) return value.map(latin);
  return new Map(Object.entries(value).map(([key, entry]) => [latin(key), latin(entry)]));
};

describe('bencoding', () => {
  test('follows the examples of BEP 3', () => {
    expect(text('spam')).toBe('4:spam');
    expect(text(3)).toBe('i3e');
    expect(text(-3)).toBe('i-3e');
    expect(text(-0)).toBe('i0e');
    expect(text(['spam', 'eggs'])).toBe('l4:spam4:eggse');
    expect(text({ spam: ['a', 'b'], cow: 'moo' })).toBe('d3:cow3:moo4:spaml1:a1:bee');
    expect(text('новость')).toBe(`14:${Buffer.from('новость').toString('latin1')}`);
    expect(() => bencode(0.5)).toThrow(RangeError);
  });

  test('is read back as it was, its keys in the order of their bytes', () => {
    const { value } = fc.letrec<{ value: Bencodable }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.maxSafeInteger(),
        fc.string({ unit: 'binary' }),
        fc.uint8Array(),
        fc.array(tie('value')),
        fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (given) => {
        expect(decode(text(given))).toEqual(latin(given));
      }),
    );
  });
});
