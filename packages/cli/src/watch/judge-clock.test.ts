import { readFileSync } from 'node:fs';
import { type Check, WatchHistory } from '@tamizdat/mirrors/watch';
import { NOW } from '@tamizdat/release/testing';
import { expect, test, vi } from 'vitest';
import {
  DAY,
  listText,
  MINUTE,
  place,
  renew,
  signed,
  useRenewedOutlet,
} from '../../testing/renewed-outlet.ts';
import { judgeClock, ownExpiry } from './judge-clock.ts';
import { renewAfter } from './renew-after.ts';

/** A clock that is wrong gives up nothing and signs nothing, and a person is told. */

useRenewedOutlet();

const serving = (expired: string[], isClockBehind = false): Check => ({
  ...{ mirror: 'harbour/alpha', timeline: 'harbour/alpha', at: NOW, state: 'stale' },
  ...{ reasons: [], notes: [] },
  seen: {
    release: { number: 1, clock: '', expired, isClockBehind, files: 1 },
  } as unknown as Check['seen'],
});

test('it is behind where something was signed in the future, and ahead where everything ran out', () => {
  const [past, fresh] = [serving(['timestamp']), serving([])];
  expect(judgeClock([fresh, serving([], true)], NOW + DAY, NOW)).toBe('clock-behind');
  expect(judgeClock([past, past], NOW - DAY, NOW)).toBe('clock-ahead');
  expect(judgeClock([past, fresh], NOW - DAY, NOW)).toBeUndefined();
  // A copy that nobody looks after is no clock.
  expect(judgeClock([past], NOW + DAY, NOW)).toBeUndefined();
  expect(judgeClock([past], undefined, NOW)).toBeUndefined();
  expect(judgeClock([], NOW - DAY, NOW)).toBeUndefined();
  expect(ownExpiry(place.content)).toBe(NOW + 7 * DAY);
});

test.each([
  ['clock-behind', serving([], true), NOW],
  ['clock-ahead', serving(['timestamp']), NOW + 30 * DAY],
] as const)('%s: the renewal is left out, and told with its code', async (code, check, now) => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const before = [listText(), readFileSync(place.book, 'utf8'), signed()];
  const { content, keys, tree } = place;
  const outcome = await renewAfter(
    { checks: [check], newest: 1, changes: [], answersEveryName: false },
    { content, keys, renew: tree, 'dry-run': false } as Parameters<typeof renewAfter>[1],
    { now, proxy: undefined } as Parameters<typeof renewAfter>[2],
    new WatchHistory(':memory:'),
  );
  expect(outcome).toMatchObject({ isClockWrong: true });
  expect(outcome.failure).toMatch(new RegExp(`^${code}: .* was not renewed`));
  expect(told.mock.calls.join()).toContain(`${code}: `);
  told.mockRestore();
  expect([listText(), readFileSync(place.book, 'utf8'), signed()]).toEqual(before);
});

test('looks that were dated into the future count for nothing', async () => {
  const past = [10, 40, 70].map((minutes) => ({
    at: NOW + minutes * MINUTE,
    state: 'blocked' as const,
  }));
  expect(await renew({}, { past })).toMatchObject({ plan: { burned: [] } });
  expect(await renew({}, { past, now: NOW + 70 * MINUTE })).toMatchObject({
    plan: { burned: [{ label: 'alpha' }, { label: 'bravo' }] },
  });
});
