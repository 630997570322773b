import {
  articleAddress,
  articleTextAddress,
  feedAddresses,
  frontAddress,
  listFeedAddress,
  notFoundAddress,
  sitemapAddress,
} from '@tamizdat/archive';
import { isRebased } from '@tamizdat/release';
import { compareByReach } from '@tamizdat/tree';
import { expect, it } from 'vitest';

const ADDRESS = { lang: 'en', year: '2026', month: '11', day: '22', slug: 'story' };
const article = articleAddress(ADDRESS);
const text = articleTextAddress(ADDRESS);
const lists = [frontAddress('aa'), ...feedAddresses('aa'), listFeedAddress('aa', 'tag', 'river')];

it('trees put the pages of articles, as the table of pages names them, in place before lists', () => {
  const sorted = [...lists, article, text, 'media/0a.jpg'].sort(compareByReach);
  expect(sorted.slice(0, 3)).toEqual(['media/0a.jpg', article, text]);
});

it('releases let a mirror put its address into the files that hold whole addresses', () => {
  const whole = [text, ...lists.slice(1), notFoundAddress, sitemapAddress('pages')];
  expect(whole.filter((address) => !isRebased(address))).toEqual([]);
  expect([article, frontAddress('aa')].filter(isRebased)).toEqual([]);
});
