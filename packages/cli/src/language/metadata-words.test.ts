import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { metadataInRussian } from '@tamizdat/article-schema';
import { WORDS } from '@tamizdat/containers';

/** What is read out of EXIF, as the source has it. */
const source = readFileSync(
  path.join(import.meta.dirname, '../../../media/src/exif-words.ts'),
  'utf8',
);
const inExif = [...source.matchAll(/(?:words\.unshift\(|\bword: |\.\.\.words, )'([^']+)'/g)].map(
  ([, word = '']) => word,
);

/** Words with a part that the file itself gives. */
const GIVEN = [
  ...['box “7”', 'chunk “7”', 'item “7”', 'element 7', 'track of the kind “7”'],
  'data of a program (7)',
];

test('there are words', () => {
  expect(inExif.length).toBeGreaterThan(8);
});

test.each([...new Set([...WORDS, ...inExif, ...GIVEN])])('“%s” has a Russian word', (word) => {
  expect(metadataInRussian(word)).toMatch(/\p{Script=Cyrillic}|^[A-Z0-9]+$/u);
});
