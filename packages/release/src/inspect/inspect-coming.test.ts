import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprintOf } from '../keys/fingerprint.ts';
import { NOW, ONLINE_KEYS } from '../../testing/sample-outlet.ts';
import type { SigningKey } from '../sign/signing-key.ts';
import { forge } from '../../testing/vectors/forge.ts';
import {
  FOREIGN_KEYS,
  FOREIGN_ROOT,
  ROOT_1,
  ROOT_2,
  SECOND_KEYS,
} from '../../testing/vectors/sample-head.ts';
import { openFolder } from './folder-source.ts';
import { inspectRelease } from './inspect-release.ts';
import type { Scope } from './inspection.ts';
import { openMirror } from './mirror-source.ts';
import { SampleSite, serveFolder, type Tamper } from '../../testing/sample-site.ts';

/** What stands under the names that the next release's metadata will have. */

const site = new SampleSite();
beforeAll(() => {
  site.release();
});
afterAll(() => {
  site.remove();
});

const OPTIONS = { known: { fingerprint: fingerprintOf(ROOT_1) }, now: NOW };
const SAMPLE: Scope = { kind: 'sample', count: 2, random: () => 0.5 };

type Files = Record<string, Uint8Array | string>;

const next = (role: 'snapshot' | 'targets', keys: SigningKey[], version = 2): Uint8Array =>
  forge(
    new Uint8Array(site.read(`release/1.${role}.json`)),
    (signed) => (signed['version'] = version),
    keys,
  );

/** By all who look: at every file and at a few, of a mirror, and at a folder. */
async function inspect(files: Files, tamper: Tamper = () => false) {
  const copy = site.copy(crypto.randomUUID());
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, 'release', name)), { recursive: true });
    writeFileSync(join(copy, 'release', name), bytes);
  }
  const { base, close } = await serveFolder(copy, tamper);
  try {
    const seen = [
      await inspectRelease(openMirror(base, { waits: [] }), { ...OPTIONS, scope: { kind: 'all' } }),
      await inspectRelease(openMirror(base, { waits: [] }), { ...OPTIONS, scope: SAMPLE }),
      await inspectRelease(openFolder(copy), { ...OPTIONS, scope: { kind: 'all' }, strict: true }),
    ];
    return seen.map(({ exit, findings }) => [exit, ...findings.map(({ code, at }) => [code, at])]);
  } finally {
    await close();
  }
}

const thrice = (found: unknown): unknown[] => [found, found, found];

test.each<[string, string, () => Uint8Array | string, string]>([
  ['a root of another outlet', '2.root.json', () => FOREIGN_ROOT, 'version-mismatch'],
  ['the root of before', '2.root.json', () => ROOT_1, 'version-mismatch'],
  [
    'a root that nobody signed',
    '2.root.json',
    () => forge(ROOT_2, (signed) => (signed['expires'] = '2030-01-01T00:00:00Z')),
    'threshold',
  ],
  ['JSON that is no root', '2.root.json', () => '{}', 'bad-metadata'],
  ['a page', '2.root.json', () => '<p>forged', 'not-canonical'],
  [
    'a snapshot of somebody else',
    '2.snapshot.json',
    () => next('snapshot', [...FOREIGN_KEYS.snapshot]),
    'threshold',
  ],
  [
    'the snapshot of before',
    '2.snapshot.json',
    () => next('snapshot', [...ONLINE_KEYS.snapshot], 1),
    'version-mismatch',
  ],
  [
    'targets signed by the key for the snapshot',
    '2.targets.json',
    () => next('targets', [...ONLINE_KEYS.snapshot]),
    'threshold',
  ],
])('%s under the name of what is to come is found by all', async (_, name, bytes, code) => {
  expect(await inspect({ [name]: bytes() })).toEqual(thrice([1, [code, `release/${name}`]]));
});

test('what the outlet signed already for its next release is in order, also under its next root', async () => {
  const targets = next('targets', [...ONLINE_KEYS.targets]);
  expect(await inspect({ '2.targets.json': targets, '2.root.json': ROOT_2 })).toEqual(thrice([0]));
  const snapshot = next('snapshot', [...SECOND_KEYS.snapshot]);
  expect(await inspect({ '2.snapshot.json': snapshot, '2.root.json': ROOT_2 })).toEqual(
    thrice([0]),
  );
});

test('a false root to come is no excuse for a snapshot that it would excuse', async () => {
  const files = { '2.snapshot.json': next('snapshot', [...FOREIGN_KEYS.snapshot]) };
  const [all] = await inspect({ ...files, '2.root.json': FOREIGN_ROOT });
  expect(all).toEqual([
    1,
    ['version-mismatch', 'release/2.root.json'],
    ['threshold', 'release/2.snapshot.json'],
  ]);
});

test.each<[string, Tamper]>([
  [
    'has a page for whatever it does not have',
    (path, response) => /\/[02]\.\w+\.json$/.test(path) && !!response.end('<html>Welcome'),
  ],
  [
    'refuses what it does not have',
    (path, response) => /\/[02]\.\w+\.json$/.test(path) && !!response.writeHead(403).end(),
  ],
])('a host that %s is no forger', async (_, tamper) => {
  expect(await inspect({}, tamper)).toEqual(thrice([0]));
});

test('metadata that somebody signed is no page, though such a host has a page for all else', async () => {
  const tamper: Tamper = (path, response) =>
    /\/0\.\w+\.json$/.test(path) && !!response.end('<html>');
  const [all, few] = await inspect({ '2.root.json': FOREIGN_ROOT }, tamper);
  expect([all, few]).toEqual([
    [1, ['version-mismatch', 'release/2.root.json']],
    [1, ['version-mismatch', 'release/2.root.json']],
  ]);
});
