import { expect, test } from 'vitest';
import { exampleArticle } from '../../testing/example-article.ts';
import { BOOK_ARTICLES_MAX } from '../limits.ts';
import { buildBooks } from './books.ts';

const articles = ['2026-11-23', '2026-11-18', '2026-11-16', '2026-11-03', '2026-10-05'].map(
  (day, place) => exampleArticle(`a${place}`, day),
);
const CLOCK = '2026-11-24T10:00:00Z';
const idsOf = (
  books: { weeks: number; months: number } | undefined,
  clock = CLOCK,
  of = articles,
) => buildBooks(of, { books, timeZone: 'Europe/Vilnius' }, clock).map(({ id }) => id);

test('there are as many books as are asked for, of days that are over', () => {
  expect(idsOf({ weeks: 2, months: 3 })).toEqual(['2026-w47', '2026-w45', '2026-10']);
  expect(idsOf({ weeks: 0, months: 1 }, '2026-12-01T10:00:00Z')).toEqual(['2026-11']);
});

test('a day is over at the outlet’s midnight', () => {
  expect(idsOf({ weeks: 1, months: 0 }, '2026-11-22T21:59:59Z')).toEqual(['2026-w45']);
  expect(idsOf({ weeks: 1, months: 0 }, '2026-11-22T22:00:00Z')).toEqual(['2026-w47']);
});

test('an outlet that asks for none has none', () => {
  expect(idsOf(undefined)).toEqual([]);
  expect(idsOf({ weeks: 0, months: 0 })).toEqual([]);
});

test('days with more articles than anybody finds their way in have none, and no older ones instead', () => {
  const many = Array.from({ length: BOOK_ARTICLES_MAX + 1 }, (_, place) =>
    exampleArticle(`b${place}`, '2026-11-18'),
  );
  expect(idsOf({ weeks: 1, months: 0 }, CLOCK, many)).toEqual([]);
  expect(idsOf({ weeks: 1, months: 0 }, CLOCK, many.slice(1))).toEqual(['2026-w47']);
});

test('a book holds all articles of its days, the newest first', () => {
  const outlet = { books: { weeks: 1, months: 0 }, timeZone: 'Europe/Vilnius' };
  const [book] = buildBooks(articles, outlet, CLOCK);
  expect(book?.articles.map(({ address }) => address.slug)).toEqual(['a1', 'a2']);
});
