import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  initKeys,
  inspectRelease,
  listKeyFiles,
  openFolder,
  openSeed,
  Sealer,
  writeSeed,
} from '@tamizdat/release';
import { stampTree } from '@tamizdat/tree';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { DescribedBuild } from '../build/describe-build.ts';
import { loadRoots } from '../keys/root-files.ts';
import { type Signed, signTree } from './sign-tree.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const ARTICLE = 'en/2026/11/16/court.html';
const TOMBSTONE = { [ARTICLE]: 'tombstone' } as const;
type Json = Record<string, unknown>;

let folder: string;
let keys: string;
let hours = 0;
const at = (...names: string[]): string => path.join(folder, ...names);
const record = (): string => at('state/signed.json');

beforeAll(() => {
  keys = mkdtempSync(path.join(tmpdir(), 'tamizdat-keys-'));
  const passphrase = 'five random words';
  initKeys({ folder: keys, passphrase, now: NOW });
  const sealer = new Sealer(passphrase);
  for (const file of listKeyFiles(keys).filter(({ role }) => role !== 'root'))
    vi.stubEnv(`TAMIZDAT_KEY_${file.role.toUpperCase()}`, writeSeed(openSeed(file, sealer)));
}, 60_000);
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-signed-'));
  for (const name of ['index.html', 'en/index.html', 'media/a.avif', 'media/court.avif'])
    write(name, `first ${name}`);
  write(ARTICLE, 'Xarvolim stood in court');
  await release({});
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(keys, { recursive: true });
});

/** Writes a file of the tree as long ago as it takes for its stamp to count. */
function write(name: string, text: string): void {
  const file = at('dist', name);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  writeFileSync(file, text);
  utimesSync(file, 1_000 + hours, 1_000 + hours);
}

async function release(takenBack: DescribedBuild['takenBack']): Promise<Signed> {
  const tree = at('dist');
  const clock = '2026-11-22T11:00:00Z';
  const build = { clock, origin: 'https://pane.example/', preview: false, takenBack };
  const stamps = stampTree(tree, ['release']);
  const moment = Date.now();
  return signTree(
    { build, faults: [], stamps, moment, altered: undefined },
    {
      ...{ tree, state: at('state'), keys, roots: await loadRoots(keys) },
      ...{ mirrors: [], now: NOW + 3_600_000 * ++hours, full: false },
    },
  );
}

/** Puts a tombstone in the article's place, and takes its picture away. */
function takeDown(): void {
  write(ARTICLE, 'Something was removed');
  rmSync(at('dist/media/court.avif'));
}

/** Changes the record as whoever can write into a cache or onto a branch may. */
function forge(change: (saved: Json) => Json): void {
  const saved = JSON.parse(readFileSync(record(), 'utf8')) as Json;
  writeFileSync(record(), JSON.stringify({ ...saved, ...change(saved) }));
}

async function expectGenuine(): Promise<void> {
  const { findings } = await inspectRelease(openFolder(at('dist')), {
    ...{ known: undefined, now: NOW + 3_600_000 * hours, strict: true },
    scope: { kind: 'all' },
  });
  expect(findings).toEqual([]);
}

/** Whether the article's own bytes stand anywhere in what is published. */
function isServed(): boolean {
  const bytes = at('dist/release/files');
  const names = existsSync(bytes) ? readdirSync(bytes) : [];
  return names.some((name) => readFileSync(path.join(bytes, name), 'utf8').includes('Xarvolim'));
}

const elsewhere = (files: unknown): unknown =>
  (files as [string, string][]).map(([name]) => [name, '1 1 1 1']);

test('what has its stamp still is not read again, and what a page was before is known', async () => {
  write('index.html', 'second');
  expect(await release({})).toMatchObject({ hashed: 1, removed: [] });
  takeDown();
  const { hashed, removed } = await release(TOMBSTONE);
  expect([hashed, removed]).toEqual([1, [ARTICLE, 'media/court.avif']]);
  write(ARTICLE, 'Something was removed, in other words');
  expect(await release(TOMBSTONE)).toMatchObject({ hashed: 1, removed: [] });
  await expectGenuine();
});

test.each<[string, (saved: Json) => Json]>([
  ['with a page left out', ({ files }) => ({ files: (files as [string, string][]).slice(1) })],
  ['of one file that is nowhere', () => ({ files: [['x', '1 1 1 1']] })],
  ['of all files, from another machine', ({ files }) => ({ files: elsewhere(files) })],
  [
    'of this machine’s files and one that was never signed',
    ({ files }) => ({ files: [...(files as []), ['x', '1 1 1 1']] }),
  ],
])('a record %s hides no takedown and signs nothing that is gone', async (_, change) => {
  takeDown();
  forge((saved) => ({ ...change(saved), takenBack: TOMBSTONE }));
  const { hashed, removed, release: signed } = await release(TOMBSTONE);
  expect(removed).toEqual([ARTICLE, 'media/court.avif']);
  expect([hashed, signed.tree.files, signed.removed?.number]).toEqual([4, 4, 2]);
  expect(isServed()).toBe(false);
  await expectGenuine();
});

test('a file that got no stamp when it was signed is gone from the next release when it is gone', async () => {
  writeFileSync(at('dist/en/new.html'), 'written in the last three seconds');
  await release({});
  const { files, unsettled } = JSON.parse(readFileSync(record(), 'utf8')) as Json;
  expect(JSON.stringify(files)).not.toContain('en/new.html');
  expect(unsettled).toEqual(['en/new.html']);
  rmSync(at('dist/en/new.html'));
  const { release: signed, hashed } = await release({});
  expect([signed.tree.files, hashed]).toEqual([5, 0]);
  await expectGenuine();
});

test('a record that another hand put back with its stamp is none: it is another file', async () => {
  const bytes = readFileSync(record());
  rmSync(record());
  writeFileSync(record(), bytes);
  expect(await release({})).toMatchObject({ hashed: 5 });
  expect(await release({})).toMatchObject({ hashed: 0 });
});

test('a record of another tree than the state’s, of before a run that was killed, is none', async () => {
  write('index.html', 'second');
  const moved = at('signed');
  renameSync(at('state'), moved);
  cpSync(moved, at('state'), { recursive: true });
  await release({});
  // The state alone goes on: what was noted of it is of the release before.
  for (const name of ['state.json', 'published']) {
    rmSync(path.join(moved, name), { recursive: true });
    renameSync(at('state', name), path.join(moved, name));
  }
  rmSync(at('state'), { recursive: true });
  renameSync(moved, at('state'));
  expect(await release({})).toMatchObject({ hashed: 5 });
});
