import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceBase } from '@tamizdat/verify';
import { rebaseFile } from './rebase-file.ts';

const ORIGIN = 'https://origin.example/';
const BASE = 'https://mirror.example/m/';
const bytes = (text: string) => new TextEncoder().encode(text);
const rebase = (text: string, base = BASE): string =>
  new TextDecoder().decode(rebaseFile(bytes(text), ORIGIN, base));

test('a mirror’s address stands wherever the origin’s does', () => {
  expect(rebase(`<a>${ORIGIN}ru/</a>${ORIGIN}`)).toBe(`<a>${BASE}ru/</a>${BASE}`);
});

test('what holds the mirror’s address already is left as signed (SPEC 8.4)', () => {
  const text = `${ORIGIN} ${BASE}`;
  expect(rebase(text)).toBe(text);
});

test('what could not be undone is left as signed', () => {
  // The end of this address is the beginning of itself.
  const base = 'http://m/http:/';
  expect(rebase(`http://m/${ORIGIN}`, base)).toBe(`http://m/${ORIGIN}`);
  expect(rebase(`to ${ORIGIN}`, base)).toBe(`to ${base}`);
});

test('a verifier can undo it, whatever stands around (SPEC 8.3)', () => {
  const part = fc.constantFrom(ORIGIN, BASE, 'https://', 'm/', 'https://mirror.example/', 'ж', ' ');
  const bases = fc.constantFrom(BASE, 'https://origin.example/origin/', 'http://h/', ORIGIN);
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), bases, (parts, base) => {
      const signed = bytes(parts.join(''));
      const served = rebaseFile(signed, ORIGIN, base);
      const isAsSigned = Buffer.compare(served, signed) === 0;
      const undone = replaceBase(served, base, ORIGIN);
      expect(isAsSigned || Buffer.compare(undone, signed) === 0).toBe(true);
    }),
  );
});
