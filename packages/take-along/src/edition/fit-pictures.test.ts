import { randomBytes } from 'node:crypto';
import type { Book, BookPicture } from '@tamizdat/book';
import type { RecipeName } from '@tamizdat/media';
import { expect, test } from 'vitest';
import { fitPictures } from './fit-pictures.ts';

/** Four pictures, the larger ones of 30 kB each, the smaller ones of 10. */
const WEIGHTS = { letter: 30_000, book: 10_000 } as const;

const picturesOf = (size: keyof typeof WEIGHTS): BookPicture[] =>
  ['a', 'b', 'c', 'd'].map((name) => ({
    name: `book:${name}`,
    type: 'image/jpeg',
    bytes: randomBytes(WEIGHTS[size]),
  }));

const gather = (size: RecipeName) =>
  Promise.resolve({ shown: [], pictures: picturesOf(size as keyof typeof WEIGHTS) });

const compose = (gathered: { pictures: readonly BookPicture[] }, kept: readonly BookPicture[]) =>
  ({
    id: 'a',
    lang: 'en',
    dir: 'ltr',
    title: 'A week',
    creators: [],
    date: '2026-11-21T09:30:00Z',
    modified: '2026-11-21T09:30:00Z',
    cover: [],
    chapters: [
      {
        title: 'Pictures',
        meta: [],
        html: gathered.pictures.map(({ name }) => `<img src="${name}" alt="${name}">`).join(''),
      },
    ],
    pictures: kept,
    links: true,
    words: { contents: 'Contents', accessibility: 'Text.' },
  }) satisfies Book;

test.each([
  ['with large pictures where they have room', 130_000, { pictures: 4, leftOut: 0 }, 120_000],
  ['with smaller ones where they have none', 100_000, { pictures: 4, leftOut: 0 }, 40_000],
  ['without the last ones where even these have none', 30_000, { pictures: 2, leftOut: 2 }, 20_000],
  ['without any', 10_000, { pictures: 0, leftOut: 4 }, 0],
])('a book is made %s', async (_, most, expected, atLeast) => {
  const fitted = await fitPictures({ gather, compose }, most);
  expect(fitted).toMatchObject(expected);
  expect(fitted?.bytes.length).toBeLessThanOrEqual(most);
  expect(fitted?.bytes.length).toBeGreaterThan(atLeast);
});

test('a text that is too heavy alone makes none', async () => {
  expect(await fitPictures({ gather, compose }, 1000)).toBeUndefined();
});
