import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JsonObject } from '@tamizdat/verify/format';
import { locateFile, parseBundle, startTrust, verifyFile, verifyHead } from '@tamizdat/verify';
import { MIRRORS, NOW, ONLINE_KEYS, ORIGIN } from '../../testing/sample-outlet.ts';
import { sha256 } from '../tree/sha256.ts';
import { read } from '../../testing/vectors/forge.ts';
import { ROOT_1 } from '../../testing/vectors/sample-head.ts';
import { type MadeRelease, makeRelease, type MakeReleaseOptions } from './make-release.ts';
import { nodePath } from './node-files.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'make-release-'));
  for (let at = 0; at < 120; at++)
    write(`ru/2026/11/${at % 28}/page-${at}.html`, `page ${at} `.repeat(1_500));
  write('index.html', 'front 1');
  write('ru/feed.xml', `<feed>${ORIGIN}</feed>`);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes as builds do: beside its place, then by rename, here by taking the old file away first. */
function write(path: string, text: string): void {
  const file = join(folder, 'dist', path);
  rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function release(options: Partial<MakeReleaseOptions> = {}): MadeRelease {
  return makeRelease({
    tree: join(folder, 'dist'),
    state: join(folder, 'state'),
    roots: [ROOT_1],
    keys: ONLINE_KEYS,
    now: NOW,
    clock: '2026-11-22T11:00:00Z',
    origin: ORIGIN,
    mirrors: MIRRORS,
    ...options,
  });
}

function inRelease(path: string): string {
  return join(folder, 'dist/release', path);
}

const inTree = (path: string): string => join(folder, 'dist', path);

function listRelease(place = inRelease('')): string[] {
  const paths = readdirSync(place, {
    recursive: true,
    encoding: 'utf8',
    withFileTypes: true,
  });
  return paths
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(place.length))
    .sort();
}

/** Reads a page as a reader does who has nothing but a root and the folder. */
async function readPage(path: string): Promise<string> {
  const bundle = parseBundle(new Uint8Array(readFileSync(inRelease('bundle.json'))));
  const head = await verifyHead(bundle.files, startTrust(read(ROOT_1)), { now: NOW });
  const fetchNode = (hash: string): Promise<Uint8Array<ArrayBuffer>> =>
    Promise.resolve(new Uint8Array(readFileSync(inRelease(nodePath(hash)))));
  const { file } = await locateFile(path, head.release, fetchNode);
  const bytes = await verifyFile(file, new Uint8Array(readFileSync(join(folder, 'dist', path))));
  return new TextDecoder().decode(bytes);
}

const FRONT_2 = sha256('front 2');

test('a tree is released, and every page of it verifies', async () => {
  const made = release();
  expect(made.release).toMatchObject({
    number: 1,
    tree: { files: 122 },
    former: [],
    removed: null,
  });
  expect(made.changes).toHaveLength(122);
  expect(existsSync(inRelease('files'))).toBe(false);
  expect(await readPage('index.html')).toBe('front 1');
  expect(await readPage('ru/2026/11/3/page-31.html')).toContain('page 31');
});

test('the next release, told what changed, is the one made by reading all, but for nothing', async () => {
  release();
  write('index.html', 'front 2');
  write('ru/2026/11/22/new.html', 'news');
  rmSync(join(folder, 'dist/ru/2026/11/0/page-0.html'));
  const changed = [
    'index.html',
    'ru/2026/11/22/new.html',
    'ru/2026/11/0/page-0.html',
    'ru/feed.xml',
  ];
  const told = release({ changed });
  expect(told.changes.map(({ path }) => path)).toEqual(
    [...changed].sort().filter((path) => path !== 'ru/feed.xml'),
  );
  const seen = listRelease().map((path) => [path, sha256(readFileSync(inRelease(path)))]);
  const again = mkdtempSync(join(tmpdir(), 'make-release-full-'));
  rmSync(join(folder, 'state'), { recursive: true });
  const fresh = release({ state: again });
  expect(fresh.release.tree).toEqual(told.release.tree);
  rmSync(again, { recursive: true });
  expect(seen.length).toBeGreaterThan(10);
  expect(await readPage('ru/2026/11/22/new.html')).toBe('news');
});

test('told the nodes of the last release, the next one publishes what one does that reads all leaves', () => {
  const others = join(folder, 'others');
  let { nodes } = release();
  cpSync(join(folder, 'dist'), join(others, 'dist'), { recursive: true });
  cpSync(join(folder, 'state'), join(others, 'state'), { recursive: true });
  const page = (number: number): string => `ru/2026/11/${number % 28}/page-${number}.html`;
  // Pages of the same bytes share their blocks, and come apart again.
  [[3], [31, 59], [3], [], [31], [], [59], [3, 31], []].forEach((pages, step) => {
    const text = (step % 2 === 0 ? 'same ' : `step ${step} `).repeat(3_000);
    for (const number of pages) write(page(number), text);
    for (const number of pages) cpSync(inTree(page(number)), join(others, 'dist', page(number)));
    const changed = pages.map(page);
    ({ nodes } = release({ changed, nodes, files: 122 }));
    release({ changed, tree: join(others, 'dist'), state: join(others, 'state') });
    expect(listRelease()).toEqual(listRelease(join(others, 'dist/release')));
  });
});

test('a change that nobody told of is seen by the number of files, and then all are read', () => {
  const { nodes } = release();
  rmSync(inTree('ru/2026/11/0/page-0.html'));
  write('index.html', 'front 2');
  const made = release({ changed: ['index.html'], nodes, files: 121 });
  expect(made).toMatchObject({ hashed: 121, release: { tree: { files: 121 } } });
});

test('new and former bytes stand under their hash for three releases (SPEC 11.1)', () => {
  release();
  write('index.html', 'front 2');
  expect(release({ changed: ['index.html'] }).formerMissing).toEqual([]);
  for (const text of ['front 1', 'front 2'])
    expect(readFileSync(inRelease(`files/${sha256(text)}`), 'utf8')).toBe(text);
  release({ changed: [] });
  release({ changed: [] });
  expect(existsSync(inRelease(`files/${FRONT_2}`))).toBe(true);
  release({ changed: [] });
  expect(existsSync(inRelease(`files/${FRONT_2}`))).toBe(false);
});

test('former bytes that are not at hand are named', () => {
  release();
  rmSync(join(folder, 'state/former'), { recursive: true });
  write('index.html', 'front 2');
  expect(release({ changed: ['index.html'] }).formerMissing).toEqual(['index.html']);
  expect(existsSync(inRelease(`files/${FRONT_2}`))).toBe(true);
});

test('what is taken down leaves no former bytes anywhere, and is listed for three releases (SPEC 6.4, 11.1)', () => {
  const page = 'ru/2026/11/22/secret.html';
  release();
  write(page, 'secret name');
  write('ru/feed.xml', '<feed>secret name</feed>');
  write('index.html', 'secret name on the front');
  release({ changed: [page, 'ru/feed.xml', 'index.html'] });
  // The front page has changed since: what is taken down later stands in its former bytes alone.
  write('index.html', 'front 3');
  release({ changed: ['index.html'] });
  write(page, 'removed');
  write('ru/feed.xml', '<feed></feed>');
  const made = release({ changed: [page, 'ru/feed.xml'], listRemoved: () => [page] });
  for (const path of listRelease())
    expect(readFileSync(inRelease(path), 'utf8')).not.toContain('secret name');
  const list = made.release.removed;
  expect(list).toMatchObject({ number: 4 });
  const read = JSON.parse(readFileSync(inRelease(nodePath(list?.sha256 ?? '')), 'utf8')) as unknown;
  expect(read).toEqual([page]);
  expect(release({ changed: [] }).release.removed).toEqual(list);
  release({ changed: [] });
  expect(release({ changed: [] }).release.removed).toBeNull();
});

test('nodes and metadata of earlier releases stay for three releases and then go (SPEC 11.3)', () => {
  release();
  const first = JSON.parse(readFileSync(inRelease('bundle.json'), 'utf8')) as {
    release: { tree: JsonObject };
  };
  const root = nodePath(first.release.tree['root'] as string);
  for (let edition = 2; edition <= 4; edition++) {
    write('index.html', `front ${edition}`);
    release({ changed: ['index.html'] });
  }
  expect(
    [root, '1.snapshot.json', '1.targets.json', '1.root.json'].map((path) =>
      existsSync(inRelease(path)),
    ),
  ).toEqual([true, true, true, true]);
  write('index.html', 'front 5');
  release({});
  expect(
    [root, '1.snapshot.json', '1.targets.json', '1.root.json'].map((path) =>
      existsSync(inRelease(path)),
    ),
  ).toEqual([false, false, false, true]);
});

test('a release killed after its state was written is completed by the next one', () => {
  release();
  const whole = listRelease();
  for (const path of ['timestamp.json', 'bundle.json', 'targets'])
    rmSync(inRelease(path), { recursive: true });
  writeFileSync(inRelease('stray'), '');
  writeFileSync(inRelease('pending.json'), '');
  release({ changed: [] });
  expect(listRelease()).toEqual(expect.arrayContaining(whole.filter((path) => path !== 'stray')));
  expect(existsSync(inRelease('stray'))).toBe(false);
  expect(existsSync(inRelease('pending.json'))).toBe(true);
});

test('what a killed run gathered for a release that was never made is not served', () => {
  release();
  const whole = listRelease();
  write('index.html', 'a name that had to go');
  const keys = { ...ONLINE_KEYS, snapshot: ONLINE_KEYS.targets };
  // Refused when all is gathered and nothing is signed: as much as a kill there leaves.
  expect(() => release({ keys })).toThrow('keys-missing');
  writeFileSync(join(folder, 'state/published/7.targets.json.1.part'), '{');
  writeFileSync(join(folder, 'state/state.json.1.part'), '{');
  write('index.html', 'front 1');
  release({ changed: ['index.html'] });
  const anew = ['/2.snapshot.json', '/2.targets.json', '/targets/'];
  const added = listRelease().filter((path) => !whole.includes(path));
  expect(added.filter((path) => !anew.some((name) => path.startsWith(name)))).toEqual([]);
  expect(readdirSync(join(folder, 'state')).sort()).toEqual(['former', 'published', 'state.json']);
});

test('a release keeps what earlier ones need when it sweeps after a killed run', () => {
  release();
  write('index.html', 'front 2');
  write('ru/feed.xml', 'feed 2');
  release();
  const whole = listRelease();
  writeFileSync(join(folder, 'state/unfinished'), '');
  const { deleted } = release({ changed: [] });
  expect(deleted).toBe(0);
  expect(listRelease()).toEqual(expect.arrayContaining(whole));
});

test('files get other types when the rules for them have changed, without being changed themselves', () => {
  release();
  expect(release({ changed: [] }).hashed).toBe(0);
  const place = join(folder, 'state/state.json');
  const state = JSON.parse(readFileSync(place, 'utf8')) as Record<string, unknown>;
  writeFileSync(place, JSON.stringify({ ...state, typing: 'of an earlier version' }));
  expect(release({ changed: [] }).hashed).toBe(122);
  expect(release({ changed: [] }).hashed).toBe(0);
});

test('a tree with a path that collides is refused, and nothing is written', () => {
  release();
  const before = listRelease();
  write('ru/Feed.xml', '');
  expect(() => release({ changed: ['ru/Feed.xml'] })).toThrow('path-collision');
  expect(listRelease()).toEqual(before);
});

test('keys that the root does not name make no release', () => {
  const keys = { ...ONLINE_KEYS, snapshot: ONLINE_KEYS.targets };
  expect(() => release({ keys })).toThrow(
    'keys-missing: Readers would refuse this release: snapshot',
  );
  expect(existsSync(inRelease(''))).toBe(false);
  expect(release().release.number).toBe(1);
});

test('a state that cannot be read is not begun anew', () => {
  release();
  writeFileSync(join(folder, 'state/state.json'), '{"format":');
  expect(() => release()).toThrow('release-state');
});

test('the same trees, keys and clock make the same release', () => {
  const snapshotOf = (): unknown =>
    listRelease().map((path) => [path, sha256(readFileSync(inRelease(path)))]);
  release();
  const first = snapshotOf();
  rmSync(join(folder, 'state'), { recursive: true });
  rmSync(inRelease(''), { recursive: true });
  release();
  expect(snapshotOf()).toEqual(first);
});
