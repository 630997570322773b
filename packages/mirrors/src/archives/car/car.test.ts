import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inspectRelease, openFolder } from '@tamizdat/release';
import { NOW, SampleSite } from '@tamizdat/release/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLocalRelease } from '../../publish/local-release.ts';
import { type ArchiveReport, publishArchives } from '../publish-archives.ts';

const STOCK = join(import.meta.dirname, '../../../node_modules/.bin/ipfs-car');

let site: SampleSite;
let file: string;

beforeEach(() => {
  site = new SampleSite();
  file = join(site.folder, 'archives/site.car');
});

afterEach(() => {
  site.remove();
});

async function make({ named = true, dryRun = false } = {}): Promise<ArchiveReport> {
  const targets = [{ name: 'ipfs', place: { kind: 'car' as const, file }, named }];
  const [report] = await publishArchives(targets, loadLocalRelease(site.tree), {
    dryRun,
    open: () => {
      throw new Error('A CAR is put on no mirror.');
    },
  });
  if (report === undefined) throw new Error('no report');
  return report;
}

const stock = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)(STOCK, args)).stdout.trim();

const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

/** Whatever UnixFS stores in its own way: sharded folders, files of several blocks, names in every order. */
function writeOddFiles(): void {
  for (let at = 0; at < 1_001; at++) site.write(`media/picture-${at}.svg`, `<svg>${at}</svg>`);
  site.write('media/film.mp4', Buffer.alloc(5 * 1024 * 1024 + 7, 'moving picture'));
  site.write('.nojekyll', '');
  site.write('.well-known/security.txt', 'Contact: mailto:a@b.example');
  site.write('ru-a.html', 'before the folder “ru/” by code units');
  site.write('ru/новости.html', 'новости');
  site.write('__proto__/constructor.html', 'names of JavaScript');
}

describe('a CAR', () => {
  test('is, byte for byte, what the stock ipfs-car makes of the folder', async () => {
    writeOddFiles();
    site.release();
    const { state, cid, bytes, failures } = await make();
    expect({ state, failures }).toEqual({ state: 'made', failures: [] });
    const other = join(site.folder, 'stock.car');
    expect(await stock('pack', site.tree, '--hidden', '--output', other)).toBe(cid);
    expect(hashOf(file)).toBe(hashOf(other));
    expect(bytes).toBe(statSync(file).size);
  });

  test('unpacked by the stock ipfs-car, is a release that verifies', async () => {
    writeOddFiles();
    site.release();
    await make();
    const folder = join(site.folder, 'unpacked');
    await stock('unpack', file, '--output', folder);
    const options = { known: undefined, now: NOW, scope: { kind: 'all' as const }, strict: true };
    const { findings, files } = await inspectRelease(openFolder(folder), options);
    expect({ findings, files }).toEqual({ findings: [], files: 93 + 1_001 + 6 });
  });

  test('holds what was signed and nothing else that lies in the folder', async () => {
    site.release();
    const { cid } = await make();
    site.write('Thumbs.db', 'foreign');
    rmSync(file);
    expect((await make()).cid).toBe(cid);
  });

  test('is written where there is something new, and only then', async () => {
    site.release();
    const { cid } = await make();
    utimesSync(file, 1, 1);
    expect(await make()).toMatchObject({ state: 'same', cid, bytes: 0, release: 1 });
    expect(statSync(file).mtimeMs).toBe(1_000);
    site.write('index.html', 'another front');
    site.release(NOW + 1_000);
    const next = await make();
    expect(next).toMatchObject({ state: 'made', release: 2 });
    expect(next.cid).not.toBe(cid);
    expect(JSON.parse(readFileSync(`${file}.json`, 'utf8'))).toMatchObject({ name: next.cid });
  });

  test('is written again where it was cut short or its note was lost', async () => {
    site.release();
    await make();
    const whole = hashOf(file);
    for (const spoil of [
      () => {
        writeFileSync(file, 'short');
      },
      () => {
        writeFileSync(`${file}.json`, '{"_type":"tamizdat-archive"}');
      },
      () => {
        rmSync(`${file}.json`);
      },
    ]) {
      spoil();
      expect((await make()).state).toBe('made');
      expect(hashOf(file)).toBe(whole);
    }
  });

  test('stays as it was where the tree is not the one that was signed', async () => {
    site.release();
    await make();
    const before = hashOf(file);
    site.write('ru/feed.xml', 'new');
    site.release(NOW + 1_000);
    site.write('index.html', 'built again without a release');
    const { state, failures } = await make();
    expect({ state, codes: failures.map(({ code }) => code) }).toEqual({
      state: 'left',
      codes: ['tree-changed'],
    });
    rmSync(join(site.tree, 'index.html'));
    expect((await make()).failures).toMatchObject([{ code: 'tree-changed' }]);
    expect(hashOf(file)).toBe(before);
    expect((await readdir(join(file, '..'))).sort()).toEqual(['site.car', 'site.car.json']);
  });

  test('is made when it is asked for, or holds what was taken down since', async () => {
    site.release();
    expect(await make({ named: false })).toMatchObject({ state: 'left', failures: [] });
    expect(await make({ dryRun: true })).toMatchObject({ state: 'planned' });
    expect(existsSync(file)).toBe(false);
    await make();
    site.write('index.html', 'another front');
    site.release(NOW + 1_000);
    expect(await make({ named: false })).toMatchObject({ state: 'left', release: 1 });
    const page = 'ru/2026/11/3/page-3.html';
    rmSync(join(site.tree, page));
    site.release(NOW + 2_000, undefined, undefined, [page]);
    expect(await make({ named: false })).toMatchObject({ state: 'made', release: 3 });
    expect(await make({ named: false })).toMatchObject({ state: 'left', release: 3 });
  });

  test.each<[string, () => void]>([
    [
      'is gone',
      () => {
        rmSync(`${file}.json`);
      },
    ],
    [
      'is cut short',
      () => {
        writeFileSync(`${file}.json`, readFileSync(`${file}.json`, 'utf8').slice(0, 40));
      },
    ],
    [
      'names a release yet to come',
      () => {
        const note = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as object;
        writeFileSync(`${file}.json`, JSON.stringify({ ...note, release: 999 }));
      },
    ],
    [
      'is longer than any',
      () => {
        writeFileSync(`${file}.json`, readFileSync(`${file}.json`, 'utf8').padEnd(100_000));
      },
    ],
    [
      'is a pipe',
      () => {
        rmSync(`${file}.json`);
        execFileSync('mkfifo', [`${file}.json`]);
      },
    ],
  ])('is made anew after a takedown where its note %s', async (_, spoil) => {
    site.release();
    await make();
    const held = hashOf(file);
    spoil();
    expect(await make({ named: false })).toMatchObject({ state: 'left', failures: [] });
    const page = 'ru/2026/11/3/page-3.html';
    rmSync(join(site.tree, page));
    site.release(NOW + 1_000, undefined, undefined, [page]);
    expect(await make({ named: false })).toMatchObject({ state: 'made', release: 2, failures: [] });
    expect(hashOf(file)).not.toBe(held);
    expect(await make({ named: false })).toMatchObject({ state: 'left', release: 2 });
  });

  test('says what is wrong with its place', async () => {
    site.release();
    writeFileSync(join(site.folder, 'plain'), '');
    file = join(site.folder, 'plain/site.car');
    expect((await make()).failures).toHaveLength(1);
  });
});
