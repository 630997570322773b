import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { HOSTS_PER_MINUTE, SOURCES_AT_ONCE } from '../../limits.ts';
import { pathOf } from '../browser/path-of.ts';
import { mayAsk } from './base-of.ts';
import { HostQuota } from './host-quota.ts';
import { orderSources } from './order-sources.ts';
import { type Judging, NoSource, race } from './race.ts';

const SCOPE = 'https://outlet.example/';
const NOW = 1_000_000_000;
const NOTES = { bad: {}, added: [], listed: ['https://a/', 'https://b/'], isMirrorFirst: false };

test.each([
  'https://localhost/',
  'https://admin.localhost/',
  'https://127.0.0.1:8443/x/',
  'https://[::1]/',
  'http://mirror.example/',
  'no address',
])('%s is not asked', (base) => {
  expect(mayAsk(base, SCOPE)).toBe(false);
});

test('mirrors are asked, and a site on the own machine may ask it', () => {
  expect(mayAsk('https://mirror.example/f/', SCOPE)).toBe(true);
  expect(mayAsk('http://b.localhost:81/', 'http://a.localhost:80/')).toBe(true);
});

test('the one that worked last comes first, for a while; what failed comes last', () => {
  const order = (notes: Partial<Parameters<typeof orderSources>[2]>) =>
    orderSources(SCOPE, 'https://origin/', { ...NOTES, ...notes }, NOW, () => 0);
  expect(order({})).toEqual([SCOPE, 'https://a/', 'https://b/', 'https://origin/']);
  expect(order({ good: { base: 'https://b/', at: NOW - 1_000 } })[0]).toBe('https://b/');
  expect(order({ good: { base: 'https://b/', at: NOW - 86_400_000 } })[0]).toBe(SCOPE);
  expect(order({ bad: { [SCOPE]: NOW - 1_000 } }).at(-1)).toBe(SCOPE);
  expect(order({ isMirrorFirst: true })[0]).toBe('https://a/');
});

test('where answers froze, whoever rested longest comes first, but never before what works', () => {
  const quota = new HostQuota();
  for (const host of ['a', 'b', 'a']) quota.note(host, NOW);
  const order = (notes: Partial<Parameters<typeof orderSources>[2]>) =>
    orderSources('https://b/', undefined, { ...NOTES, ...notes }, NOW, (base) =>
      quota.placeOf(new URL(base).host),
    );
  const three = { listed: ['https://a/', 'https://c/'] };
  expect(order(three)).toEqual(['https://b/', 'https://a/', 'https://c/']);
  const frozen = { ...three, frozen: NOW - 1_000 };
  expect(order(frozen)).toEqual(['https://c/', 'https://b/', 'https://a/']);
  expect(order({ ...frozen, bad: { 'https://c/': NOW - 1_000 } }).at(-1)).toBe('https://c/');
  expect(order({ ...three, frozen: NOW - 86_400_000 })[0]).toBe('https://b/');
});

test('whatever is asked for and when, no more hosts than that within a minute', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(30_000)), { maxLength: 60 }), (asked) => {
      const quota = new HostQuota();
      const seen: [host: string, at: number][] = [];
      let now = NOW;
      for (const [host, later] of asked) {
        now += later;
        if (!quota.mayAsk(`${host}`, now, HOSTS_PER_MINUTE)) continue;
        quota.note(`${host}`, now);
        seen.push([`${host}`, now]);
        const recent = seen.filter(([, at]) => now - at < 60_000).map(([name]) => name);
        expect(new Set(recent).size).toBeLessThanOrEqual(HOSTS_PER_MINUTE);
      }
    }),
  );
});

/** Every answer is certain, and no error is one. */
const SURE: Judging = {
  isAnswer: () => false,
  isCertain: () => true,
  isNearly: () => true,
  onHeld: () => undefined,
};

test('never more sources at once than two, and the last that is left wins', async () => {
  let open = 0;
  let most = 0;
  const bases = ['a', 'b', 'c', 'd'];
  const won = await race(
    () => bases.shift(),
    async (base) => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setTimeout(resolve, 1));
      open--;
      if (base !== 'd') throw new Error(base);
      return base;
    },
    SURE,
  );
  expect(won).toBe('d');
  expect(most).toBeLessThanOrEqual(SOURCES_AT_ONCE);
});

describe('an answer that is not certain', () => {
  const bases = () => {
    const left = ['lags', 'b', 'c'];
    return () => left.shift();
  };

  test('gives way to one that is', async () => {
    let answer = '';
    const isCertain = () => answer === 'b';
    const asked = (base: string) => Promise.resolve((answer = base));
    expect(await race(bases(), asked, { ...SURE, isCertain })).toBe('b');
  });

  test('is taken a while later where the others are silent, and that is told', async () => {
    const onHeld = vi.fn();
    const silent = (base: string) =>
      base === 'lags' ? Promise.resolve(base) : new Promise<string>(() => undefined);
    const judging = { ...SURE, isCertain: () => false, onHeld };
    expect(await race(bases(), silent, judging)).toBe('lags');
    expect(onHeld).toHaveBeenCalledOnce();
  });

  test('is taken once all have failed, though it is an error', async () => {
    const failing = (base: string) => Promise.reject(new Error(base));
    const isAnswer = (error: unknown) => (error as Error).message === 'lags';
    const judging = { ...SURE, isAnswer, isCertain: () => false, isNearly: () => false };
    await expect(race(bases(), failing, judging)).rejects.toThrow('lags');
  });
});

test('where there is nobody to ask, that is said at once', async () => {
  await expect(
    race(
      () => undefined,
      () => Promise.resolve(),
      SURE,
    ),
  ).rejects.toBeInstanceOf(NoSource);
});

test.each([
  ['', 'index.html'],
  ['ru/', 'ru/index.html'],
  ['ru/x.html?a=1#b', 'ru/x.html'],
  ['%D1%8F.html', 'я.html'],
  ['release/timestamp.json', undefined],
  ['Release/x', undefined],
  ['%72elease/x', undefined],
  ['%zz', undefined],
])('below the scope, %s is the path %s', (below, path) => {
  expect(pathOf(SCOPE + below, SCOPE)).toBe(path);
});
