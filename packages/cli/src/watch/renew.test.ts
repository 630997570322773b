import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeBook, type GivenName, loadBook } from '@tamizdat/mirrors/addresses';
import type { PastCheck, State } from '@tamizdat/mirrors/watch';
import { loadState, makeRelease, signAgain, writeSeed } from '@tamizdat/release';
import { MIRRORS, NOW, ONLINE_KEYS, ORIGIN, ROOT_1, sampleKey } from '@tamizdat/release/testing';
import { parseMirrors } from '@tamizdat/verify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeOutlet } from '../../testing/sample-outlet.ts';
import { describeRenewal, listRenewal } from './describe-renewal.ts';
import { renewNames } from './renew.ts';

/** A list of mirrors that is kept by itself: a real outlet, release, book and keys, without the one for targets. */

const OUTLET = createHash('sha256').update('tag:window.example,2026-01-01').digest('hex');
const DAY = 86_400_000;
const MINUTE = 60_000;
const WILD = 'velvetzorq.example';

const name = (label: string, out?: number): GivenName => ({
  label,
  base: `https://${label}.${WILD}/`,
  channel: 'list',
  made: NOW - 9 * DAY,
  ...(out === undefined ? {} : { out }),
});
const NAMES = [
  name('alpha', NOW - 5 * DAY),
  name('bravo', NOW - 5 * DAY),
  name('delta'),
  name('echo'),
];

let folder = '';
let secret = '';
let place: { content: string; tree: string; keys: string; book: string; state: string };

beforeEach(async () => {
  folder = await makeOutlet();
  secret = mkdtempSync(path.join(tmpdir(), 'tamizdat-book-'));
  const at = (...parts: string[]): string => path.join(folder, ...parts);
  place = {
    content: at('content'),
    tree: at('dist'),
    keys: at('keys'),
    book: path.join(secret, 'addresses.json'),
    state: at('outlet-state/release'),
  };
  for (const each of [place.tree, place.keys]) mkdirSync(each);
  writeFileSync(path.join(place.tree, 'index.html'), 'front');
  writeFileSync(path.join(place.keys, 'root.json'), ROOT_1);
  const keys = { ...ONLINE_KEYS, addresses: [sampleKey('addresses')] };
  const release = { roots: [ROOT_1], keys, now: NOW, clock: '2026-11-22T11:00:00Z' };
  makeRelease({ ...place, ...release, origin: ORIGIN, mirrors: MIRRORS });
  signAgain(place, { what: 'delegation', keys }, NOW);
  for (const role of ['addresses', 'snapshot', 'timestamp']) {
    const seed = createHash('sha256').update(`Fortochka, ${role}`).digest();
    vi.stubEnv(`TAMIZDAT_KEY_${role.toUpperCase()}`, writeSeed(seed));
  }
  vi.stubEnv('TAMIZDAT_ADDRESSES', place.book);
  vi.stubEnv('TAMIZDAT_NOW', new Date(NOW).toISOString());
  writeBook(NAMES);
  writeList();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  rmSync(secret, { recursive: true });
});

const writeBook = (names: GivenName[]): void => {
  writeFileSync(place.book, encodeBook({ outlet: OUTLET, names }));
};
function writeList(rules = 'renewal: { alive: 2, looks: 3, minutes: 30, daily: 2 }'): void {
  const mirror = `# Ours.\n  - name: harbour\n    address: https://*.${WILD}/\n    names: [alpha, bravo] # of the list\n    kind: copied\n`;
  writeFileSync(path.join(place.content, 'mirrors.yaml'), `mirrors:\n${mirror}${rules}\n`);
}
const listText = (): string => readFileSync(path.join(place.content, 'mirrors.yaml'), 'utf8');
const book = () => loadBook(place.book, OUTLET).names;
const signed = (): string[] =>
  parseMirrors(loadState(place.state)?.head.mirrors ?? new Uint8Array()).mirrors.map(
    ({ base }) => base,
  );

const looks = (state: State): PastCheck[] =>
  [40, 20, 0].map((minutes) => ({ at: NOW - minutes * MINUTE, state }));

const renew = (
  states: Record<string, State>,
  { dryRun = false, opensHere = false, now = NOW } = {},
) =>
  renewNames({
    ...{
      tree: place.tree,
      keys: place.keys,
      content: place.content,
      proxy: undefined,
      now,
      dryRun,
    },
    history: { list: (watched) => looks(states[watched] ?? 'good') },
    opensHere: () => Promise.resolve(opensHere),
  });

const baseOf = (label: string): string => `https://${label}.${WILD}/`;

test('a name that is blocked gives way to the next one, in book, list and signature, without the key for targets', async () => {
  const renewed = await renew({ 'harbour/alpha': 'blocked' });
  expect(renewed).toMatchObject({ isSigned: true, unpublished: [] });
  expect(listText()).toContain('    names: [delta, bravo] # of the list\n');
  expect(listText()).toMatch(/^mirrors:\n# Ours\./);
  expect(signed()).toEqual([baseOf('delta'), baseOf('bravo')]);
  expect(book()[0]).toMatchObject({ label: 'alpha', burned: NOW, why: 'blocked' });
  expect(book()[2]).toMatchObject({ label: 'delta', out: NOW });
  const again = await renew({ 'harbour/alpha': 'blocked' });
  expect(again).toMatchObject({ isSigned: false, plan: { burned: [], brought: [] } });
});

test('nothing that is in reserve is told of, before or after', async () => {
  for (const dryRun of [true, false]) {
    const renewed = await renew({ 'harbour/alpha': 'blocked' }, { dryRun });
    const told = describeRenewal(renewed) + JSON.stringify(listRenewal(renewed));
    expect(told).toContain('alpha');
    expect(told).not.toMatch(/delta|echo|velvetzorq/);
  }
});

test('a dry run changes nothing', async () => {
  const before = [listText(), readFileSync(place.book, 'utf8'), signed()];
  expect(await renew({ 'harbour/alpha': 'lying' }, { dryRun: true })).toMatchObject({
    plan: { burned: [{ label: 'alpha' }], dropped: ['alpha'] },
  });
  expect([listText(), readFileSync(place.book, 'utf8'), signed()]).toEqual(before);
});

test('a host that is down is not blocked, unless it opens elsewhere', async () => {
  expect(await renew({ 'harbour/alpha': 'down' })).toMatchObject({ plan: { burned: [] } });
  expect(await renew({ 'harbour/alpha': 'down' }, { opensHere: true })).toMatchObject({
    plan: { burned: [{ label: 'alpha' }] },
  });
});

test('a run that was cut short after the book is finished by the next', async () => {
  writeBook([
    { ...name('alpha', NOW - DAY), burned: NOW, why: 'blocked' },
    name('bravo', NOW - DAY),
    name('delta', NOW),
  ]);
  expect(await renew({})).toMatchObject({ isSigned: true });
  expect(signed()).toEqual([baseOf('delta'), baseOf('bravo')]);
});

test('where none is ready the list stays as it is, and a person is asked', async () => {
  writeBook(NAMES.slice(0, 2));
  const renewed = await renew({ 'harbour/alpha': 'blocked', 'harbour/bravo': 'blocked' });
  expect(listText()).toContain('names: [alpha, bravo]');
  expect(describeRenewal(renewed)).toContain('2 more names are wanted than are ready');
});

test('above the bound of a day a person is asked', async () => {
  writeBook(
    [...NAMES, name('golf', NOW - MINUTE)].map((one) =>
      one.label === 'golf' ? { ...one, burned: NOW, why: 'x' } : one,
    ),
  );
  const renewed = await renew({ 'harbour/alpha': 'blocked', 'harbour/bravo': 'blocked' });
  expect(renewed.plan).toMatchObject({ asked: 1, brought: [{ label: 'delta' }] });
  expect(describeRenewal(renewed)).toContain('1 more names are wanted than a day allows');
});

test.each([
  [
    'no rules',
    () => {
      writeList('');
    },
    'says no rules',
  ],
  [
    'a damaged book',
    () => {
      writeFileSync(place.book, '{');
    },
    'book-damaged',
  ],
  [
    'a list that cannot be changed',
    () => {
      writeFileSync(
        path.join(place.content, 'mirrors.yaml'),
        `mirrors:\n  - name: harbour\n    address: https://*.${WILD}/\n    names:\n    - alpha\n    - bravo\n    kind: copied\nrenewal: { alive: 2 }\n`,
      );
    },
    'names: [one, two]',
  ],
] as const)('%s is told, and the signed list stays', async (_, spoil, said) => {
  const before = signed();
  spoil();
  const noted = readFileSync(place.book, 'utf8');
  await expect(renew({ 'harbour/alpha': 'blocked' })).rejects.toThrow(said);
  expect(signed()).toEqual(before);
  expect(readFileSync(place.book, 'utf8')).toBe(noted);
});

test('a clock that is behind changes nothing', async () => {
  writeBook([...NAMES, { ...name('golf'), made: NOW + DAY }]);
  await expect(renew({ 'harbour/alpha': 'blocked' })).rejects.toThrow('book-clock');
  expect(listText()).toContain('[alpha, bravo]');
});
