import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { walkFolder } from '@tamizdat/files';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseMirrors } from '@tamizdat/verify';
import { MIRRORS, NOW, ONLINE_KEYS, sampleKey } from '../../testing/sample-outlet.ts';
import { SampleSite } from '../../testing/sample-site.ts';
import { forge } from '../../testing/vectors/forge.ts';
import { ROOT_1 } from '../../testing/vectors/sample-head.ts';
import { fingerprintOf } from '../keys/fingerprint.ts';
import { openFolder } from '../inspect/folder-source.ts';
import { inspectRelease } from '../inspect/inspect-release.ts';
import { loadState, publishedFolder } from './release-state.ts';
import { restoreState } from './restore-state.ts';
import { signAgain } from './sign-again.ts';

/** An outlet that leaves its list of mirrors to a role of its own (SPEC 6.8), from release to release. */

const KEYS = { ...ONLINE_KEYS, addresses: [sampleKey('addresses')] };
const LIST_KEYS = {
  snapshot: KEYS.snapshot,
  timestamp: KEYS.timestamp,
  addresses: KEYS.addresses,
};

let site: SampleSite;
let place: { tree: string; state: string };
beforeEach(() => {
  site = new SampleSite();
  place = { tree: site.tree, state: join(site.folder, 'state') };
  site.release();
  signAgain(place, { what: 'delegation', keys: KEYS }, NOW);
});
afterEach(() => {
  site.remove();
});

const signed = () => loadState(place.state)?.head;
const listed = () => parseMirrors(signed()?.mirrors ?? new Uint8Array());

const inspect = async (folder = site.tree) => {
  const { exit, findings } = await inspectRelease(openFolder(folder), {
    known: { fingerprint: fingerprintOf(ROOT_1) },
    now: NOW,
    scope: { kind: 'all' },
    strict: true,
  });
  return [exit, ...findings.map(({ code, at }) => `${code} ${at}`)];
};

test('lists are signed without the key for targets, and releases without the key for lists', async () => {
  signAgain(place, { what: 'mirrors', mirrors: MIRRORS.slice(1), keys: LIST_KEYS }, NOW);
  expect(listed()).toMatchObject({ number: 2, mirrors: MIRRORS.slice(1) });
  site.write('index.html', 'another front');
  // Whose content still names the former list.
  site.release(NOW, ONLINE_KEYS);
  expect(listed()).toMatchObject({ number: 2, mirrors: MIRRORS.slice(1) });
  site.release(NOW, KEYS);
  expect(listed()).toMatchObject({ number: 3, mirrors: MIRRORS });
  expect(await inspect()).toEqual([0]);
});

test('another list without the key for lists is refused, and nothing is written', () => {
  const before = readFileSync(join(place.state, 'state.json'), 'utf8');
  for (const keys of [ONLINE_KEYS, { ...LIST_KEYS, addresses: [sampleKey('nobody')] }])
    expect(() => signAgain(place, { what: 'mirrors', mirrors: [], keys }, NOW)).toThrow(
      /addresses/,
    );
  expect(readFileSync(join(place.state, 'state.json'), 'utf8')).toBe(before);
});

test('an outlet that leaves the list to nobody needs its key for targets', () => {
  const other = new SampleSite();
  try {
    other.release();
    const there = { tree: other.tree, state: join(other.folder, 'state') };
    const sign = () => signAgain(there, { what: 'mirrors', mirrors: [], keys: LIST_KEYS }, NOW);
    expect(sign).toThrow('needs the key for targets');
  } finally {
    other.remove();
  }
});

test('a key for lists is replaced by naming another', () => {
  const other = [sampleKey('other addresses')];
  signAgain(place, { what: 'delegation', keys: { ...KEYS, addresses: other } }, NOW);
  const sign = (addresses: typeof other) =>
    signAgain(place, { what: 'mirrors', mirrors: [], keys: { ...LIST_KEYS, addresses } }, NOW);
  expect(() => sign(KEYS.addresses)).toThrow(/addresses/);
  sign(other);
  expect(listed().mirrors).toEqual([]);
});

test('a state that was kept elsewhere is restored as it was', async () => {
  signAgain(place, { what: 'mirrors', mirrors: [], keys: LIST_KEYS }, NOW);
  site.write('index.html', 'another front');
  site.release(NOW, KEYS);
  const published = publishedFolder(place.state);
  const names = walkFolder(published).files;
  const kept = {
    state: new Uint8Array(readFileSync(join(place.state, 'state.json'))),
    published: new Map(
      names
        .filter((name) => !name.startsWith('files/'))
        .map((name) => [name, new Uint8Array(readFileSync(join(published, name)))]),
    ),
    bytes: new Set(names.filter((name) => name.startsWith('files/'))),
  };
  const restored = await restoreState(kept, [ROOT_1], NOW);
  expect(restored.state.head).toEqual(signed());
  expect([...restored.published.keys()].sort()).toEqual(
    names.filter((name) => name !== 'timestamp.json').sort(),
  );
});

test('what others put under the names of lists is found', async () => {
  for (const [name, found] of [
    ['2.addresses.json', 'threshold release/2.addresses.json'],
    ['9.addresses.json', 'outside-tree release/9.addresses.json'],
  ] as const) {
    const folder = site.copy(name);
    const bytes = forge(
      new Uint8Array(site.read('release/1.addresses.json')),
      (one) => (one['version'] = Number.parseInt(name, 10)),
      [sampleKey('nobody')],
    );
    writeFileSync(join(folder, 'release', name), bytes);
    expect((await inspect(folder)).slice(1)).toEqual([found]);
  }
  const cut = site.copy('cut');
  rmSync(join(cut, 'release/1.addresses.json'));
  expect((await inspect(cut)).slice(1)).toEqual(['missing release/1.addresses.json']);
});
