import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  FOREIGN_HEAD,
  FOREIGN_ROOT,
  NOW,
  ONLINE_KEYS,
  ORIGIN,
  ROOT_1,
  SampleSite,
} from '@tamizdat/release/testing';
import { buildBundle } from '@tamizdat/release';
import { PulledFolder } from './pulled-folder.ts';
import { SampleCopy } from '../../testing/sample-pull.ts';

/** A copy is kept for months, where others may write as well, or it is taken from another machine. */

const site = new SampleSite();
const releases: string[] = [];
let copy: SampleCopy;

beforeAll(() => {
  site.release();
  releases.push(site.copy('one'));
  for (const number of [2, 3]) {
    site.write('index.html', `front ${number}`);
    site.release(NOW + number, ONLINE_KEYS, [ROOT_1]);
    releases.push(site.copy(String(number)));
  }
});
afterAll(() => {
  site.remove();
});
beforeEach(async () => {
  copy = new SampleCopy();
  await copy.pull(release(1));
});
afterEach(() => {
  copy.remove();
});

const release = (number: number): string => releases[number - 1] ?? '';
const GENUINE = { exit: 0, findings: [], outside: [] };
const PAGE = 'ru/2026/11/1/page-1.html';
const FEED = 'ru/feed.xml';

/** Puts other bytes in a file's place: the copy shares its files with what served before. */
function put(path: string, bytes: string | Uint8Array): void {
  rmSync(join(copy.served, path), { force: true });
  writeFileSync(join(copy.served, path), bytes);
}

test('pages that were altered where they are served do not come into the next release', async () => {
  put(PAGE, 'forged');
  put('release/1.snapshot.json', 'forged');
  const genuine = copy.read('ru/2026/11/2/page-2.html');
  put('ru/2026/11/2/page-2.html', genuine.replace(/./, 'X'));
  expect(await copy.pull(release(2))).toMatchObject({ exit: 0, to: 2, fetched: { files: 3 } });
  expect(await copy.inspect()).toMatchObject(GENUINE);
});

test('feeds with the copy’s own address are taken over as they were signed, and altered ones are not', async () => {
  const base = 'https://volunteer.example/mirror/';
  await copy.pull(release(1), { base });
  expect(await copy.pull(release(2), { base })).toMatchObject({ fetched: { files: 1 } });
  put(FEED, copy.read(FEED).replace(base, 'https://forger.example/'));
  expect(await copy.pull(release(3), { base })).toMatchObject({ fetched: { files: 2 } });
  expect(copy.read(FEED)).toContain(base);
  expect(await copy.inspect(base)).toMatchObject(GENUINE);
  expect(readFileSync(join(release(3), FEED), 'utf8')).toContain(ORIGIN);
});

test('a served release of somebody else gives nothing to the next one', async () => {
  put('release/bundle.json', buildBundle({ ...FOREIGN_HEAD, roots: [FOREIGN_ROOT] }, []));
  put('release/1.root.json', FOREIGN_ROOT);
  const pulled = await copy.pull(release(2));
  expect(pulled).toMatchObject({ exit: 0, from: undefined, to: 2, taken: 0 });
  expect(await copy.inspect()).toMatchObject(GENUINE);
});

test('metadata that nobody signed is not served on', async () => {
  put('release/99.targets.json', readFileSync(join(release(1), 'release/1.snapshot.json')));
  put('release/98.targets.json', '{"signed":');
  put('release/97.snapshot.json', FOREIGN_HEAD.snapshot);
  put('release/95.targets.json', readFileSync(join(release(1), 'release/1.targets.json')));
  symlinkSync('/etc/hostname', join(copy.served, 'release/96.snapshot.json'));
  expect(await copy.pull(release(2))).toMatchObject({ exit: 0, to: 2 });
  expect(readdirSync(join(copy.served, 'release')).filter((name) => /^9/.test(name))).toEqual([]);
  expect(readdirSync(join(copy.served, 'release'))).toContain('1.snapshot.json');
});

test.each(['mirror.json', 'current/release/bundle.json', 'current/release/1.root.json'])(
  'a pipe in place of %s ends',
  async (path) => {
    rmSync(join(copy.folder, path));
    execFileSync('mkfifo', [join(copy.folder, path)]);
    const found = await copy.pull(release(2)).catch((error: unknown) => error);
    expect(found).toMatchObject(path === 'mirror.json' ? { exit: 0 } : { exit: 0, taken: 0 });
  },
);

test.each([
  'a pipe',
  '{"format":"tamizdat-mirror-1","fingerprint":"../../x"}',
  '{"format":"tamizdat-mirror-1","fingerprint":"FINGERPRINT","base":"javascript:x"}',
  '{"format":"other","fingerprint":"FINGERPRINT"}',
  '[]',
  'null',
  '{"fingerprint": "FINGERPRINT"',
  ' '.repeat(100_000),
])('a note on whose copy it is that nobody writes is none: %j', (text) => {
  const note = join(copy.folder, 'mirror.json');
  const [, fingerprint = ''] = /"([0-9a-f]{64})"/.exec(readFileSync(note, 'utf8')) ?? [];
  rmSync(note);
  if (text === 'a pipe') execFileSync('mkfifo', [note]);
  else writeFileSync(note, text.replace('FINGERPRINT', fingerprint));
  const folder = new PulledFolder(copy.folder);
  expect(() => folder.loadOutlet()).toThrow(expect.objectContaining({ code: 'not-a-copy' }));
  expect(() => folder.loadBase()).toThrow(expect.objectContaining({ code: 'not-a-copy' }));
});

test.each(['releases/..', 'releases/.', '../own', 'releases/9-signed/..'])(
  'nothing is deleted or taken over where “current” leads to %s',
  async (target) => {
    const own = join(copy.folder, '../own');
    mkdirSync(own);
    writeFileSync(join(own, 'letter.txt'), 'mine');
    rmSync(copy.served);
    symlinkSync(target, copy.served);
    expect(await copy.pull(release(2))).toMatchObject({ exit: 0, from: undefined, to: 2 });
    expect(readFileSync(join(own, 'letter.txt'), 'utf8')).toBe('mine');
    expect(readlinkSync(copy.served)).toMatch(/^releases\/\d+-signed$/);
    expect(existsSync(join(copy.folder, 'mirror.json'))).toBe(true);
    expect(await copy.inspect()).toMatchObject(GENUINE);
  },
);

test('a link among the releases is not what is written to', async () => {
  const own = join(copy.folder, '../own');
  mkdirSync(join(own, 'empty'), { recursive: true });
  symlinkSync('letter.txt', join(own, 'link'));
  symlinkSync(own, join(copy.folder, 'releases/7-signed'));
  expect(await copy.pull(release(2))).toMatchObject({ exit: 0, to: 2 });
  expect(readdirSync(own).sort()).toEqual(['empty', 'link']);
  expect(await copy.inspect()).toMatchObject(GENUINE);
});

test('a served release that is a link is fetched anew, and its target left alone', async () => {
  const name = readlinkSync(copy.served).split('/')[1] ?? '';
  const own = join(copy.folder, '../own');
  renameSync(join(copy.folder, 'releases', name), own);
  symlinkSync(own, join(copy.folder, 'releases', name));
  const before = readdirSync(own).sort();
  expect(await copy.pull(release(2))).toMatchObject({ exit: 0, taken: 0, to: 2 });
  expect(readdirSync(own).sort()).toEqual(before);
});

test('a page that a killed run linked is not taken for that of a release in which it changed', async () => {
  const staged = join(copy.folder, 'incoming');
  cpSync(copy.served, staged, { recursive: true, dereference: true });
  rmSync(join(staged, 'index.html'));
  linkSync(join(copy.served, 'index.html'), join(staged, 'index.html'));
  expect(await copy.pull(release(3))).toMatchObject({ exit: 0, to: 3 });
  expect(copy.read('index.html')).toBe('front 3');
  expect(await copy.inspect()).toMatchObject(GENUINE);
});
