import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Head, parseBundle, startTrust, verifyHead } from '@tamizdat/verify';
import { MIRRORS, NOW, ONLINE_KEYS, ORIGIN, sampleKey } from '../../testing/sample-outlet.ts';
import { bundleText } from '../../testing/vectors/head-case.ts';
import { read } from '../../testing/vectors/forge.ts';
import {
  DAY_MS,
  FOREIGN_HEAD,
  HEAD,
  HEADS,
  ROOT_1,
  signSecondRoot,
} from '../../testing/vectors/sample-head.ts';
import { makeRelease } from './make-release.ts';
import { refreshBundle, signAgain } from './sign-again.ts';

let folder = '';
let place = { tree: '', state: '' };
const LATER = NOW + 20 * DAY_MS;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sign-again-'));
  place = { tree: join(folder, 'dist'), state: join(folder, 'state') };
  mkdirSync(place.tree);
  writeFileSync(join(place.tree, 'index.html'), 'front');
  makeRelease({
    ...place,
    roots: [ROOT_1],
    keys: ONLINE_KEYS,
    now: NOW,
    clock: '2026-11-22T11:00:00Z',
    origin: ORIGIN,
    mirrors: MIRRORS,
  });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function readHead(): Promise<Head> {
  const bundle = new Uint8Array(readFileSync(join(place.tree, 'release/bundle.json')));
  return verifyHead(parseBundle(bundle).files, startTrust(read(ROOT_1)), { now: LATER });
}

test('a refresh makes an old release fresh again, with the timestamp key alone', async () => {
  expect((await readHead()).expired).toEqual(['timestamp']);
  signAgain(place, { what: 'timestamp', keys: { timestamp: ONLINE_KEYS.timestamp } }, LATER);
  expect(await readHead()).toMatchObject({
    expired: [],
    release: { number: 1 },
    trust: { timestamp: LATER / 1_000, snapshot: 1 },
  });
});

test('another list of mirrors needs no other release', async () => {
  signAgain(place, { what: 'mirrors', mirrors: [], keys: ONLINE_KEYS }, LATER);
  expect(await readHead()).toMatchObject({
    release: { number: 1 },
    mirrors: { number: 2, mirrors: [] },
  });
});

test('a new root is put beside the old one, and the head signed with the new keys', async () => {
  const keys = { ...ONLINE_KEYS, targets: [sampleKey('new targets')] };
  signAgain(place, { what: 'head', roots: [ROOT_1, signSecondRoot(keys)], keys }, LATER);
  expect((await readHead()).release.number).toBe(1);
  for (const name of ['1.root.json', '2.root.json', '1.targets.json', '2.targets.json'])
    expect(existsSync(join(place.tree, 'release', name)), name).toBe(true);
});

test('the next release goes on from what was signed again', async () => {
  signAgain(place, { what: 'mirrors', mirrors: [], keys: ONLINE_KEYS }, LATER);
  makeRelease({
    ...place,
    roots: [ROOT_1],
    keys: ONLINE_KEYS,
    now: LATER,
    clock: '2026-11-22T11:00:00Z',
    origin: ORIGIN,
    mirrors: [],
    changed: [],
  });
  expect(await readHead()).toMatchObject({
    release: { number: 2 },
    mirrors: { number: 2, mirrors: [] },
    trust: { targets: 3 },
  });
});

test('a release after a refresh elsewhere, of which it knows nothing, is newer than that (SPEC 6.6)', async () => {
  const bundle = new Uint8Array(readFileSync(join(place.tree, 'release/bundle.json')));
  const refreshed = await refreshBundle(bundle, startTrust(read(ROOT_1)), ONLINE_KEYS, LATER);
  const options = { ...place, roots: [ROOT_1], keys: ONLINE_KEYS, origin: ORIGIN };
  const clock = '2026-11-22T11:00:00Z';
  makeRelease({ ...options, now: LATER + 1_000, clock, mirrors: [], changed: [] });
  const next = new Uint8Array(readFileSync(join(place.tree, 'release/bundle.json')));
  const head = await verifyHead(parseBundle(next).files, refreshed.trust, { now: LATER });
  expect(head).toMatchObject({ release: { number: 2 }, mirrors: { number: 2, mirrors: [] } });
});

test('where there is no release there is nothing to sign', () => {
  const none = { ...place, state: join(folder, 'none') };
  const again = { what: 'timestamp', keys: ONLINE_KEYS } as const;
  expect(() => signAgain(none, again, LATER)).toThrow('no-release');
});

test('a bundle from a mirror is refreshed with nothing else at hand', async () => {
  const bytes = new TextEncoder().encode(bundleText(HEAD));
  const refreshed = await refreshBundle(bytes, startTrust(read(ROOT_1)), ONLINE_KEYS, LATER);
  const bundle = parseBundle(refreshed.bundle);
  const head = await verifyHead(bundle.files, startTrust(read(ROOT_1)), { now: LATER });
  expect(head).toMatchObject({ expired: [], trust: { timestamp: LATER / 1_000, mirrors: 1 } });
  expect(bundle.files.timestamp).toEqual(refreshed.timestamp);
  expect(bundle.nodes).toEqual(parseBundle(bytes).nodes);
});

test.each([
  ['an old head', bundleText(HEADS[1]), 'rollback'],
  ['another outlet’s', bundleText(FOREIGN_HEAD), 'threshold'],
])('%s is not refreshed for a mirror that serves it', async (_, text, code) => {
  const { trust } = await verifyHead(HEAD, startTrust(read(ROOT_1)), { now: NOW });
  const refresh = refreshBundle(new TextEncoder().encode(text), trust, ONLINE_KEYS, LATER);
  await expect(refresh).rejects.toMatchObject({ code });
});
