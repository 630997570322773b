import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Check, WatchHistory } from '@tamizdat/mirrors/watch';
import { fingerprintOf } from '@tamizdat/release';
import { NOW, ROOT_1 } from '@tamizdat/release/testing';
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
  expect(ownExpiry(place.content)).toBe(NOW + 7 * DAY);
});

test('where nothing opens, what this machine signed and saw itself has to fit the clock', () => {
  const own = NOW + 7 * DAY;
  expect(judgeClock([], own, NOW)).toBeUndefined();
  expect(judgeClock([], own, NOW + 7 * DAY - 1)).toBeUndefined();
  for (const [expires, now] of [
    [own, NOW + 7 * DAY],
    [own, NOW - 11 * MINUTE],
    [undefined, NOW],
  ] as const)
    expect(judgeClock([], expires, now)).toBe('clock-unknown');
  expect(judgeClock([], own, NOW, true)).toBe('clock-unknown');
  // What a mirror serves confirms it, whatever was dated wrongly before.
  expect(judgeClock([serving([])], own, NOW, true)).toBeUndefined();
});

test.each([
  ['own signature', NOW + 8 * DAY, []],
  ['look', NOW, [NOW + DAY]],
] as const)('clock-unknown: nothing opens, and the last %s does not fit', async (_, now, ats) => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const history = new WatchHistory(':memory:');
  const blocked = { ...serving([]), state: 'blocked', seen: { findings: [] } } as unknown as Check;
  for (const at of ats) history.add([{ ...blocked, at }], now);
  const before = [listText(), readFileSync(place.book, 'utf8'), signed()];
  const outcome = await renewAfter(
    { checks: [blocked], newest: 1, changes: [], answersEveryName: false },
    { ...place, renew: place.tree, 'dry-run': false } as unknown as Parameters<
      typeof renewAfter
    >[1],
    { now, proxy: undefined } as Parameters<typeof renewAfter>[2],
    history,
  );
  told.mockRestore();
  expect(outcome).toMatchObject({ isClockWrong: true });
  expect(outcome.failure).toMatch(/^clock-unknown: /);
  expect([listText(), readFileSync(place.book, 'utf8'), signed()]).toEqual(before);
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

test('where all mirrors are blocked, what is seen from this machine tells that the clock is ahead', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const server = createServer(({ url = '' }, response) => {
    try {
      response.end(readFileSync(path.join(place.tree, url)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { content, keys, tree } = place;
  const blocked = { ...serving([]), state: 'blocked', seen: {} } as unknown as Check;
  const outcome = await renewAfter(
    { checks: [blocked], newest: 1, changes: [], answersEveryName: false },
    { content, keys, renew: tree, 'dry-run': false } as Parameters<typeof renewAfter>[1],
    {
      ...{ idleMs: 2_000, waits: [], known: { fingerprint: fingerprintOf(ROOT_1) }, feeds: [] },
      ...{ scope: { kind: 'page', path: 'index.html' }, now: NOW + 30 * DAY },
      mirrors: [{ name: blocked.mirror, base, isReserve: false }],
      proxy: { kind: 'http', host: '127.0.0.1', port: 9, user: '', password: '' },
    },
    new WatchHistory(':memory:'),
  );
  server.close();
  told.mockRestore();
  expect(outcome).toMatchObject({ isClockWrong: true });
  expect(outcome.failure).toMatch(/^clock-ahead: /);
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
