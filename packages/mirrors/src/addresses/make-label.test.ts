import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LABEL_BITS, LABEL_WORDS } from '../limits.ts';
import { AddressError } from './address-error.ts';
import { type Chance, LABEL_KINDS, makeLabel, SYSTEM_CHANCE } from './make-label.ts';
import { SOUNDS } from './sounds.ts';

const anything = (): boolean => false;

/** Chance that a test foretells. */
const chanceOf = (numbers: readonly number[]): Chance => {
  let at = 0;
  return {
    below: (count) => (numbers[at++ % numbers.length] ?? 0) % count,
    hex: (bytes) => 'a5'.repeat(bytes),
  };
};

test.each(LABEL_KINDS)(
  '%s: no two of 2,000 are alike, and all can be part of a host’s name',
  (kind) => {
    const made = Array.from({ length: 2_000 }, () => makeLabel(kind, anything));
    expect(new Set(made).size).toBe(2_000);
    for (const label of made) expect(label).toMatch(/^[a-z](?:[a-z-]{0,61}[a-z])$/);
  },
);

test('every kind has as many bits of chance as is said', () => {
  expect(LABEL_WORDS * 11).toBeGreaterThanOrEqual(LABEL_BITS);
  for (const { onsets, vowels, codas } of Object.values(SOUNDS)) {
    for (const list of [onsets, vowels, codas] as const)
      expect(new Set<string>(list).size).toBe(list.length);
    // Fewer syllables than six would not do, and a name has six at least.
    expect(6 * Math.log2(onsets.length * vowels.length)).toBeGreaterThanOrEqual(LABEL_BITS);
  }
});

test.each(LABEL_KINDS)(
  '%s: the form of names varies, so that no rule of letters finds them all',
  (kind) => {
    const made = Array.from({ length: 400 }, () => makeLabel(kind, anything));
    expect(new Set(made.map(({ length }) => length)).size).toBeGreaterThan(6);
  },
);

test('a name that was given or tells whose it is is made anew', () => {
  const numbers = [1, 2, 3, 5, 7, 11, 13];
  const first = makeLabel('latin', anything, chanceOf(numbers));
  const other = makeLabel('latin', (label) => label === first, chanceOf(numbers));
  expect(other).not.toBe(first);
});

test('a generator that is broken ends with a message and not never', () => {
  expect(() => makeLabel('latin', () => true, chanceOf([0]))).toThrow(
    new AddressError('names-exhausted', '1000'),
  );
});

test('the system’s chance is asked for nothing but what it was asked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (count) => {
      expect(SYSTEM_CHANCE.below(count)).toBeLessThan(count);
    }),
  );
  expect(SYSTEM_CHANCE.hex(32)).toMatch(/^[0-9a-f]{64}$/);
});
