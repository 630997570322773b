import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectFeedArticles } from './feed-articles.ts';

const CLOCK = '2026-11-22T12:00:00+03:00';
const HOUR_MS = 3_600_000;

function articleOfAge(hours: number) {
  return { publishedAt: new Date(Date.parse(CLOCK) - hours * HOUR_MS).toISOString() };
}

test('everything of the last 48 hours stays, however much', () => {
  const articles = Array.from({ length: 60 }, (_, index) => articleOfAge(index));
  expect(selectFeedArticles(articles, CLOCK, 10)).toEqual(articles.slice(0, 48));
});

test('an article exactly 48 hours old has just left', () => {
  const articles = [articleOfAge(47.999), articleOfAge(48)];
  expect(selectFeedArticles(articles, CLOCK, 0)).toEqual(articles.slice(0, 1));
});

test('older ones fill up to the minimum', () => {
  const articles = [1, 100, 200, 300].map(articleOfAge);
  expect(selectFeedArticles(articles, CLOCK, 3)).toEqual(articles.slice(0, 3));
  expect(selectFeedArticles(articles, CLOCK, 9)).toEqual(articles);
});

test('what lies after the clock is not out yet, and a draft has no time', () => {
  const articles = [articleOfAge(-1), articleOfAge(0), {}, articleOfAge(1)];
  expect(selectFeedArticles(articles, CLOCK, 10)).toEqual([articles[1], articles[3]]);
});

test('one whose embargo has just ended is the newest', () => {
  const held = { ...articleOfAge(90), embargoUntil: CLOCK };
  const articles = [articleOfAge(2), held];
  expect(selectFeedArticles(articles, CLOCK, 0)).toEqual([held, articles[0]]);
});

test('nothing recent is missing and the minimum is kept', () => {
  const ages = fc.array(fc.integer({ min: -10, max: 200 }), { maxLength: 40 });
  fc.assert(
    fc.property(ages, fc.nat(20), (unsorted, minimum) => {
      const sorted = unsorted.toSorted((a, b) => a - b);
      const selected = selectFeedArticles(sorted.map(articleOfAge), CLOCK, minimum).length;
      const out = sorted.filter((age) => age >= 0);
      const recent = out.filter((age) => age < 48).length;
      expect(selected).toBe(Math.max(recent, Math.min(minimum, out.length)));
    }),
  );
});
