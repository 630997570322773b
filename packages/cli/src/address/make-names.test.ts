import { type AddressBook, type Chance, openWell } from '@tamizdat/mirrors/addresses';
import { expect, test } from 'vitest';
import { makeNames } from './make-names.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

/** A generator that gives the same bytes again before it gives others. */
function stuttering(...bytes: readonly string[]): Chance {
  let at = 0;
  return { below: () => 0, hex: (count) => (bytes[at++] ?? 'ff').repeat(count) };
}

const wanted = (telling: readonly string[] = []) =>
  ({
    channel: 'list',
    count: 1,
    kind: 'words',
    wells: [openWell('https://*.example.net/')],
    telling,
    now: NOW,
  }) as const;

const EMPTY: AddressBook = { outlet: 'a'.repeat(64), names: [] };
const labelsOf = ({ names }: AddressBook): string[] => names.map(({ label }) => label);

test('a name is never given twice, not even after it burned', () => {
  const first = makeNames(EMPTY, wanted(), stuttering('11')).book;
  const burned = { ...first, names: first.names.map((one) => ({ ...one, out: NOW, burned: NOW })) };
  const second = makeNames(burned, wanted(), stuttering('11', '11', '22')).book;
  expect(new Set(labelsOf(second)).size).toBe(2);
  const twice = makeNames(EMPTY, { ...wanted(), count: 2 }, stuttering('11', '11', '22')).book;
  expect(new Set(labelsOf(twice)).size).toBe(2);
});

test('a name that tells whose it is is made anew', () => {
  const [telling = ''] = labelsOf(makeNames(EMPTY, wanted(), stuttering('11')).book);
  const [label = ''] = labelsOf(
    makeNames(EMPTY, wanted([telling.slice(2, 9)]), stuttering('11', '22')).book,
  );
  expect(label).not.toBe(telling);
});
