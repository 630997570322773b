import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundleTasks } from './bundle-tasks.ts';
import { TASKS_AT_ONCE } from './limits.ts';
import { type SearchTier, type Task, taskKey } from './plan-rendering.ts';

const page = (address: string): Task => ({
  route: { pattern: '/[slug]', pathname: `/${address}` },
});
const pictures = (address: string): Task => ({ owner: ['article', address] });
const recent: SearchTier = { lang: 'en', tier: 'recent' };
const tierOf = new Map([['en/a.html', recent]]);

test('a tier of the search is made with the pages and pictures of its articles, and they after it', () => {
  const stale = [page('en/a.html'), recent, page('en/b.html'), pictures('en/a.html')];
  expect(bundleTasks(stale, tierOf)).toEqual({
    tiers: [[[recent], [page('en/a.html'), pictures('en/a.html')]]],
    rest: [[page('en/b.html')]],
  });
});

test('the pages of a tier that stands are made by whoever is free', () => {
  expect(bundleTasks([page('en/a.html')], tierOf)).toEqual({
    tiers: [],
    rest: [[page('en/a.html')]],
  });
});

test('everything is made, once, in portions that end together', () => {
  const address = fc.nat(200).map((number) => `en/${number}.html`);
  fc.assert(
    fc.property(fc.uniqueArray(address), fc.uniqueArray(address), (pages, ofTier) => {
      const stale = [recent, ...pages.flatMap((each) => [page(each), pictures(each)])];
      const { tiers, rest } = bundleTasks(stale, new Map(ofTier.map((each) => [each, recent])));
      const portions = [...tiers.flat(), ...rest];
      expect(portions.flat().map(taskKey).sort()).toEqual(stale.map(taskKey).sort());
      for (const portion of portions) expect(portion.length).toBeLessThanOrEqual(TASKS_AT_ONCE);
    }),
  );
});
