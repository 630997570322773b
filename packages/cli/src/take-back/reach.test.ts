import type { Article, Outlet } from '@tamizdat/article-schema';
import { expect, test } from 'vitest';
import { buildReach, type Outgoing } from './reach.ts';

const given = (more: Partial<Outgoing> = {}): Outgoing => ({
  goal: 'withdrawn',
  articles: [{ lang: 'ru' } as Article],
  outlet: { newsletters: [] } as unknown as Outlet,
  mirrors: [{ name: 'harbour', place: { kind: 'folder', folder: '/srv/site' } }],
  archives: [],
  ...more,
});
const codes = (outgoing: Outgoing) => {
  const { back, not } = buildReach(outgoing);
  return [back.map(({ code }) => code), not.map(({ code }) => code)];
};

test('names nothing that the outlet does not have', () => {
  expect(codes(given())).toEqual([
    ['pages', 'feeds', 'by-hash'],
    ['feed-readers', 'other-mirrors', 'search-engines', 'history'],
  ]);
});

test('names mirrors that copy, archives, and letters in the article’s language', () => {
  const mirrors = [{ name: 'friend', place: { kind: 'copied' as const } }];
  const letters = (lang: string) => ({ newsletters: [{ lang }] }) as unknown as Outlet;
  const all = given({ mirrors, archives: ['ipfs'], outlet: letters('ru') });
  expect(codes(all)).toEqual([
    ['pages', 'feeds', 'by-hash', 'pulling-mirrors', 'archives'],
    [
      'feed-readers',
      'newsletters',
      'other-mirrors',
      'archives-handed-on',
      'search-engines',
      'history',
    ],
  ]);
  expect(buildReach(all).back.at(-2)?.en).toContain('friend');
  expect(codes(given({ outlet: letters('en') }))[1]).not.toContain('newsletters');
});

test('says of a removal that feed readers are not told', () => {
  const removal = buildReach(given({ goal: 'removed' }));
  expect(removal.not[0]?.en).toContain('“remove” does not');
  expect(removal.back[0]?.en).toContain('only that something was removed');
});
