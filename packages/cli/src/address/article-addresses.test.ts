import {
  articleAddress,
  articleTextAddress,
  frontAddress,
  isArticleAddress,
} from '@tamizdat/archive';
import { isRebased } from '@tamizdat/release';
import { compareByReach } from '@tamizdat/tree';
import { expect, test } from 'vitest';

const given = { lang: 'zh-Hant', year: '2026', month: '11', day: '22', slug: 'a-slug' };

// Releases and trees know files by their names alone, and what an article is called is said in the table of pages.
test('packages below the table of pages know an article by its address', () => {
  const [page, text, front] = [
    articleAddress(given),
    articleTextAddress(given),
    frontAddress('ar'),
  ];
  expect(isArticleAddress(page)).toBe(true);
  expect([page, text].map(isRebased)).toEqual([false, true]);
  expect([front, page, text].sort(compareByReach)).toEqual([page, text, front]);
});
