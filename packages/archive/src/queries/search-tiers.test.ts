import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SEARCH_RECENT_MAX, SEARCH_TIER_MAX } from '../limits.ts';
import { buildSearchTiers, type SearchTier } from './search-tiers.ts';

interface Dated {
  address: { year: string; month: string; day: string };
}

function on(day: string): Dated {
  const [year = '', month = '', date = ''] = day.split('-');
  return { address: { year, month, day: date } };
}

const dayOf = ({ address: { year, month, day } }: Dated): string => `${year}-${month}-${day}`;

/** `count` articles, one after the other, `every` days apart, the newest on a day; newest first. */
function archive(newest: string, count: number, every: number): Dated[] {
  return Array.from({ length: count }, (_, age) =>
    on(
      new Date(Date.parse(newest) - Math.floor(age * every) * 86_400_000)
        .toISOString()
        .slice(0, 10),
    ),
  );
}

const sizes = (tiers: readonly SearchTier<Dated>[]): [string, number][] =>
  tiers.map(({ key, articles }) => [key, articles.length]);

describe('how archives of several sizes are split', () => {
  test('nothing has no tier, and a small archive one, however old', () => {
    expect(buildSearchTiers([])).toEqual([]);
    expect(sizes(buildSearchTiers(archive('2026-11-22', 25, 200)))).toEqual([['recent', 25]]);
  });

  test('an article a day: the quarters that are not closed, and years', () => {
    expect(sizes(buildSearchTiers(archive('2026-11-22', 1_200, 1)))).toEqual([
      ['recent', 145],
      ['2026', 181],
      ['2025', 365],
      ['2024', 366],
      ['2023', 143],
    ]);
  });

  test('one in three weeks: decades', () => {
    expect(sizes(buildSearchTiers(archive('2026-11-22', 700, 21))).slice(0, 3)).toEqual([
      ['recent', 33],
      ['2020s', 87],
      ['2010s', 174],
    ]);
  });

  test('fifty a day: days are recent, quarters too large are months', () => {
    const tiers = sizes(buildSearchTiers(archive('2026-11-15', 20_000, 1 / 50)));
    expect(tiers.slice(0, 4)).toEqual([
      ['recent', 250],
      ['2026-q4', 2_050],
      ['2026-09', 1_500],
      ['2026-08', 1_550],
    ]);
  });

  test('more than a tier on a day: a day is never split', () => {
    const flood = archive('2026-11-15', 3 * SEARCH_TIER_MAX, 1 / (SEARCH_TIER_MAX + 1));
    expect(sizes(buildSearchTiers(flood)).map(([key]) => key)).toEqual([
      'recent',
      '2026-11-14',
      '2026-11-13',
    ]);
  });
});

/** Days of an archive: few or many, crowded or thin, over some years. */
const archives = fc
  .record({
    span: fc.constantFrom(20, 90, 400, 1_500, 9_000),
    seed: fc.array(fc.nat(), { minLength: 1, maxLength: 40 }),
    times: fc.integer({ min: 1, max: 90 }),
  })
  .map(({ span, seed, times }) =>
    seed
      .flatMap((number, index) =>
        Array.from({ length: 1 + ((times * (index + 1)) % 90) }, (_, more) => number + more * 7),
      )
      .map((number) =>
        on(
          new Date(Date.UTC(2026, 0, 20) - (number % span) * 86_400_000).toISOString().slice(0, 10),
        ),
      ),
  );

const latest = (articles: readonly Dated[]): string =>
  articles.map(dayOf).reduce((a, b) => (a > b ? a : b));

describe('for any archive', () => {
  test('each article stands in one tier, tiers follow in time, and none is too large', () => {
    fc.assert(
      fc.property(archives, (articles) => {
        const tiers = buildSearchTiers(articles);
        expect(new Set(tiers.flatMap((tier) => tier.articles)).size).toBe(articles.length);
        expect(tiers.reduce((sum, tier) => sum + tier.articles.length, 0)).toBe(articles.length);
        expect(new Set(tiers.map(({ key }) => key)).size).toBe(tiers.length);
        for (const [index, tier] of tiers.entries()) {
          const days = tier.articles.map(dayOf).sort();
          const most = tier.key === 'recent' ? SEARCH_RECENT_MAX : SEARCH_TIER_MAX;
          if (days[0] !== days.at(-1)) expect(tier.articles.length).toBeLessThanOrEqual(most);
          const older = tiers[index + 1]?.articles.map(dayOf) ?? [];
          expect(older.every((day) => day < (days[0] ?? ''))).toBe(true);
        }
      }),
    );
  });

  test('the order in which articles are given changes no tier', () => {
    fc.assert(
      fc.property(archives, (articles) => {
        expect(sizes(buildSearchTiers([...articles].reverse()))).toEqual(
          sizes(buildSearchTiers(articles)),
        );
      }),
    );
  });

  test('a later article changes the recent tier, or moves the oldest of it into their periods', () => {
    let moved = 0;
    fc.assert(
      fc.property(archives, fc.integer({ min: 0, max: 70 }), (articles, days) => {
        const later = new Date(Date.parse(latest(articles)) + days * 86_400_000);
        const added = on(later.toISOString().slice(0, 10));
        const before = buildSearchTiers(articles);
        const after = buildSearchTiers([added, ...articles]);
        const recent = new Set(after[0]?.articles);
        expect(recent.has(added)).toBe(true);
        const left = new Set(before[0]?.articles.filter((article) => !recent.has(article)));
        moved += left.size;
        // Nothing that was closed becomes recent again.
        expect(recent.size).toBe((before[0]?.articles.length ?? 0) - left.size + 1);
        const touched = new Set([...left].map((article) => dayOf(article).slice(0, 3)));
        for (const tier of before.slice(1)) {
          const same = after.find(({ key }) => key === tier.key);
          if (same?.articles.length === tier.articles.length) continue;
          // Only a tier whose own decade took something in, grown or split by that.
          expect(tier.articles.some((article) => touched.has(dayOf(article).slice(0, 3)))).toBe(
            true,
          );
          expect(left.size).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
    expect(moved).toBeGreaterThan(0);
  });

  test('an older article changes one period', () => {
    fc.assert(
      fc.property(archives, fc.nat(), (articles, choice) => {
        const before = buildSearchTiers(articles);
        const closed = before.slice(1).flatMap((tier) => tier.articles);
        const beside = closed[choice % Math.max(closed.length, 1)];
        if (beside === undefined) return;
        const after = buildSearchTiers([...articles, on(dayOf(beside))]);
        const home = before.find((tier) => tier.articles.includes(beside))?.key;
        const changed = before.filter(
          ({ key, articles: had }) =>
            after.find((tier) => tier.key === key)?.articles.length !== had.length,
        );
        expect(changed.map(({ key }) => key)).toEqual([home]);
        expect(after[0]?.articles).toEqual(before[0]?.articles);
      }),
    );
  });
});
