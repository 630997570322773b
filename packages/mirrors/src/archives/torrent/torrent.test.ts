import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inspectRelease, openFolder, signAgain } from '@tamizdat/release';
import { NOW, ONLINE_KEYS, SampleSite, serveFolder, type Served } from '@tamizdat/release/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFolderStore } from '../../kinds/folder-store.ts';
import type { MirrorTarget } from '../../kinds/place.ts';
import { freePort } from '../../../testing/sample-stores.ts';
import type { Store } from '../../kinds/store.ts';
import { MirrorError } from '../../mirror-error.ts';
import { loadLocalRelease } from '../../publish/local-release.ts';
import { publishMirror } from '../../publish/publish-mirror.ts';
import { type ArchiveReport, publishArchives } from '../publish-archives.ts';
import { listReleased } from '../released-files.ts';
import { choosePieceLength } from './hash-pieces.ts';
import { inBoth } from '../../../testing/in-both.ts';

const run = promisify(execFile);

let site: SampleSite;
let file: string;
let served: Served[];

beforeEach(() => {
  site = new SampleSite();
  site.write('.nojekyll', '');
  site.write('media/film.mp4', Buffer.alloc(700_000, 'moving picture'));
  site.release();
  file = join(site.folder, 'archives/site.torrent');
  served = [];
});

afterEach(async () => {
  await Promise.all(served.map(({ close }) => close()));
  site.remove();
});

const folderOf = (name: string): string => join(site.folder, 'mirrors', name);

/** A mirror that this machine serves, with a release on it. */
async function serveMirror(name: string): Promise<MirrorTarget> {
  const folder = folderOf(name);
  mkdirSync(folder, { recursive: true });
  const mirror = await serveFolder(folder);
  served.push(mirror);
  await publishMirror(openFolderStore(folder), loadLocalRelease(site.tree), {
    base: mirror.base,
    now: NOW,
  });
  return { name, base: mirror.base, place: { kind: 'folder', folder }, reserve: false };
}

const unserved = (name: string): MirrorTarget => ({
  name,
  base: `https://${name}.example/`,
  place: { kind: 'folder', folder: folderOf(name) },
  reserve: false,
});

interface Circumstances {
  trackers?: string[];
  stores?: Readonly<Record<string, Partial<Store>>>;
  named?: boolean;
}

async function make(
  seeds: MirrorTarget[],
  { trackers = [], stores = {}, named = true }: Circumstances = {},
): Promise<ArchiveReport> {
  const place = { kind: 'torrent' as const, file, seeds, trackers };
  const [report] = await publishArchives(
    [{ name: 'swarm', place, named }],
    loadLocalRelease(site.tree),
    {
      dryRun: false,
      open: ({ name }) => ({ ...openFolderStore(folderOf(name)), ...stores[name] }),
      wait: () => Promise.resolve(),
    },
  );
  if (report === undefined) throw new Error('no report');
  return report;
}

const seedsOf = (name: string): string[] =>
  readdirSync(join(folderOf(name), 'release/archives')).sort();
const archives = (): string[] =>
  readdirSync(join(file, '..')).filter((name) => name.endsWith('.zip'));
const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

describe('a torrent', () => {
  test('is loaded by a stock client from mirrors alone, and what is in it verifies', async () => {
    const seeds = [await serveMirror('harbour'), await serveMirror('bucket')];
    const { state, failures, seeded } = await make(seeds);
    expect({ state, failures, seeded }).toEqual({
      state: 'made',
      failures: [],
      seeded: ['harbour', 'bucket'],
    });
    const loaded = join(site.folder, 'loaded');
    const torrent = await fetch(`${served[1]?.base ?? ''}release/archives/site.torrent`);
    mkdirSync(loaded);
    writeFileSync(join(loaded, 'a.torrent'), Buffer.from(await torrent.arrayBuffer()));
    const quiet = ['--enable-dht=false', '--enable-dht6=false', '--bt-enable-lpd=false'];
    const port = `--listen-port=${await freePort()}`;
    const args = ['--no-conf', '--seed-time=0', '--file-allocation=none', '--check-integrity'];
    await run('aria2c', [...args, ...quiet, port, `--dir=${loaded}`, join(loaded, 'a.torrent')], {
      timeout: 110_000,
    });
    const [archive = ''] = archives();
    expect(hashOf(join(loaded, archive))).toBe(hashOf(join(file, '..', archive)));
    await run('unzip', ['-q', join(loaded, archive), '-d', loaded]);
    const options = { known: undefined, now: NOW, scope: { kind: 'all' as const }, strict: true };
    const unpacked = await inspectRelease(openFolder(join(loaded, 'site-1')), options);
    expect({ findings: unpacked.findings, files: unpacked.files }).toEqual({
      findings: [],
      files: 95,
    });
    const mirror = { ...openFolder(folderOf('harbour')), base: seeds[0]?.base ?? '' };
    const beside = await inspectRelease(mirror, { ...options, strict: false });
    expect(beside.findings).toEqual([]);
    expect(beside.outside).toEqual([
      `release/archives/${archive}`,
      'release/archives/site.torrent',
    ]);
  });

  test('holds a zip that programs can read from the front: every entry, as Java’s ZipInputStream does', async () => {
    await make([unserved('harbour')]);
    const [archive = ''] = archives();
    // ReadZip.java, compiled.
    const args = [
      '-cp',
      join(import.meta.dirname, '../../../testing'),
      'ReadZip',
      join(file, '..', archive),
    ];
    const { stdout } = await run('java', args, { maxBuffer: 16 * 1024 * 1024 });
    const lines = stdout.trim().split('\n');
    const read = new Map(
      lines.map((line) => [line.slice(65).replace('site-1/', ''), line.slice(0, 64)]),
    );
    const paths = listReleased(loadLocalRelease(site.tree)).map(({ path }) => path);
    expect([...read.keys()].sort()).toEqual(paths.toSorted());
    for (const path of paths)
      expect([path, read.get(path)]).toEqual([path, hashOf(join(site.tree, path))]);
  });

  test('says nothing of who made it, when, and with what', async () => {
    const { magnet } = await make([unserved('harbour')]);
    const [archive = ''] = archives();
    const torrent = readFileSync(file, 'latin1');
    expect(archive).toMatch(/^site-1-[0-9a-f]{12}\.zip$/);
    expect(torrent).not.toMatch(/creat|comment|announce|date/);
    expect(torrent).toContain('7:privatei0e');
    expect(torrent).toContain(`https://harbour.example/release/archives/${archive}`);
    const seed = encodeURIComponent(`https://harbour.example/release/archives/${archive}`);
    expect(magnet).toMatch(/^magnet:\?xt=urn:btih:[0-9a-f]{40}&dn=site-1-/);
    expect(magnet).toContain(`&ws=${seed}`);
    const info = /4:info(d.*e)8:url-list/s.exec(torrent)?.[1] ?? '';
    const hash = createHash('sha1').update(info, 'latin1').digest('hex');
    expect(magnet).toContain(hash);
  });

  test('names the trackers that the outlet names', async () => {
    const trackers = ['udp://one.example:6969', 'https://two.example/announce'];
    const { magnet } = await make([unserved('harbour')], { trackers });
    const torrent = readFileSync(file, 'latin1');
    expect(torrent).toContain('8:announce22:udp://one.example:6969');
    expect(torrent).toContain('13:announce-listll22:udp://one.example:6969el28:https://two');
    expect(magnet).toContain('&tr=udp%3A%2F%2Fone.example%3A6969&tr=https%3A%2F%2Ftwo.example');
  });

  test('is the same for the same release, in every time zone', async () => {
    await make([unserved('harbour')]);
    const before = [hashOf(file), ...archives()];
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'Asia/Kamchatka';
      rmSync(join(file, '..'), { recursive: true });
      await make([unserved('harbour')]);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    expect([hashOf(file), ...archives()]).toEqual(before);
  });

  test('is sent again to nobody who has it', async () => {
    const seeds = [unserved('harbour'), unserved('bucket')];
    await make(seeds);
    let reads = 0;
    const count = (name: string): Partial<Store> => {
      const store = openFolderStore(folderOf(name));
      const refuse = () => Promise.reject(new Error('nothing is to be sent'));
      return {
        ...store,
        put: refuse,
        remove: refuse,
        read: (...args) => (reads++, store.read(...args)),
      };
    };
    const stores = { harbour: count('harbour'), bucket: count('bucket') };
    const again = await make(seeds, { stores });
    expect([again.state, again.failures, reads]).toEqual(['same', [], 2]);
    rmSync(join(folderOf('bucket'), 'release/archives'), { recursive: true });
    expect(await make(seeds)).toMatchObject({ state: 'made', bytes: 0, seeded: ['bucket'] });
    expect(seedsOf('bucket')).toHaveLength(2);
  });

  test('does not begin anew because a timestamp was signed again', async () => {
    const { head } = loadLocalRelease(site.tree);
    await make([unserved('harbour')]);
    const before = hashOf(file);
    const place = { state: join(site.folder, 'state'), tree: site.tree };
    const { timestamp } = ONLINE_KEYS;
    signAgain(place, { what: 'timestamp', keys: { timestamp } }, NOW + 86_400_000);
    expect(loadLocalRelease(site.tree).head).not.toBe(head);
    expect((await make([unserved('harbour')])).state).toBe('same');
    expect(hashOf(file)).toBe(before);
  });

  test('keeps the former archive for those who load it, and none before that', async () => {
    for (let at = 1; at <= 3; at++) {
      site.write('index.html', `front ${at}`);
      site.release(NOW + at * 1_000);
      await make([unserved('harbour')]);
    }
    expect(seedsOf('harbour').map((name) => name.slice(0, 6))).toEqual([
      'site-3',
      'site-4',
      'site.t',
    ]);
    expect(archives()).toHaveLength(2);
  });

  test('leaves no archive anywhere that holds what was taken down', async () => {
    const seeds = [unserved('harbour'), unserved('bucket')];
    await make(seeds);
    const page = 'ru/2026/11/3/page-3.html';
    rmSync(join(site.tree, page));
    site.release(NOW + 1_000, undefined, undefined, [page]);
    const failing = () =>
      Promise.reject(new MirrorError('store-denied', inBoth('No.'), inBoth('Ask.')));
    const first = await make(seeds, { named: false, stores: { bucket: { remove: failing } } });
    expect(first.failures).toMatchObject([
      { code: 'store-denied', message: 'The mirror “bucket”: No.' },
    ]);
    expect(archives()).toHaveLength(1);
    expect(seedsOf('harbour').map((name) => name.slice(0, 6))).toEqual(['site-2', 'site.t']);
    expect(seedsOf('bucket')).toHaveLength(3);
    const second = await make(seeds);
    expect([second.state, second.failures]).toEqual(['made', []]);
    expect(seedsOf('bucket')).toEqual(seedsOf('harbour'));
    expect((await make(seeds)).state).toBe('same');
  });

  test('leaves no archive that holds what was taken down where its note is gone, and none of others', async () => {
    await make([unserved('harbour')]);
    const other = join(file, '../site-2-5-0123456789ab.zip');
    writeFileSync(other, 'of a torrent called site-2');
    rmSync(`${file}.json`);
    rmSync(file);
    const page = 'ru/2026/11/3/page-3.html';
    rmSync(join(site.tree, page));
    site.release(NOW + 1_000, undefined, undefined, [page]);
    const made = await make([unserved('harbour')], { named: false });
    expect([made.state, made.failures]).toEqual(['made', []]);
    expect(existsSync(other)).toBe(true);
    expect(archives()).toHaveLength(2);
    expect(seedsOf('harbour').map((name) => name.slice(0, 6))).toEqual(['site-2', 'site.t']);
  });

  test('is made again where a pipe stands in its place, and waits for nobody', async () => {
    await make([unserved('harbour')]);
    rmSync(file);
    execFileSync('mkfifo', [file]);
    expect(await make([unserved('harbour')])).toMatchObject({ state: 'made', failures: [] });
    expect(statSync(file).isFile()).toBe(true);
  });

  test('is made although a mirror fails, and says which', async () => {
    const put = () =>
      Promise.reject(new MirrorError('store-full', inBoth('Full.'), inBoth('Make space.')));
    const report = await make([unserved('harbour'), unserved('bucket')], {
      stores: { harbour: { put } },
    });
    expect(report).toMatchObject({
      state: 'made',
      seeded: ['bucket'],
      failures: [{ code: 'store-full', message: 'The mirror “harbour”: Full.' }],
    });
    expect(report.magnet).toContain('harbour');
  });

  test('is not made of a tree that changed, and leaves nothing half done', async () => {
    site.write('media/film.mp4', 'another film');
    const { failures } = await make([unserved('harbour')]);
    expect(failures).toMatchObject([{ code: 'tree-changed' }]);
    expect(readdirSync(join(file, '..'))).toEqual([]);
    expect(existsSync(folderOf('harbour'))).toBe(false);
  });

  test('is made again where its archive was cut short', async () => {
    await make([unserved('harbour')]);
    const [archive = ''] = archives();
    const path = join(file, '..', archive);
    const { size } = statSync(path);
    writeFileSync(path, 'short');
    expect((await make([unserved('harbour')])).state).toBe('made');
    expect(statSync(path).size).toBe(size);
  });
});

test('pieces are as large as it takes for some two thousand, and what clients load', () => {
  const mebibyte = 1024 * 1024;
  const sizes = [0, 1, 100 * mebibyte, 1024 * mebibyte, 4096 * mebibyte, 1024 * 1024 * mebibyte];
  expect(sizes.map((size) => choosePieceLength(size) / 1024)).toEqual([
    64, 64, 64, 1024, 4096, 16_384,
  ]);
});
