import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { walkFolder } from '@tamizdat/files';
import { NOW, SampleSite } from '@tamizdat/release/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLocalRelease } from '../publish/local-release.ts';
import { publishMirror } from '../publish/publish-mirror.ts';
import { openFolderStore } from './folder-store.ts';

let site: SampleSite;
let mirror: string;
let elsewhere: string;

beforeEach(() => {
  site = new SampleSite();
  site.release();
  mirror = join(site.folder, 'mirror');
  elsewhere = join(site.folder, 'elsewhere');
  mkdirSync(elsewhere);
});

afterEach(() => {
  site.remove();
});

const publish = (repair = false) =>
  publishMirror(openFolderStore(mirror), loadLocalRelease(site.tree), {
    base: null,
    now: NOW,
    repair,
    wait: () => Promise.resolve(),
  });

describe('in a folder that others can write to', () => {
  test('a link in the place of a part or a file never leads a write elsewhere', async () => {
    const secret = join(elsewhere, 'secret');
    writeFileSync(secret, 'mine');
    mkdirSync(join(mirror, 'release'), { recursive: true });
    for (const pid of [process.pid, process.pid + 1])
      symlinkSync(secret, join(mirror, `release/part-${pid}`));
    symlinkSync(secret, join(mirror, 'index.html'));
    symlinkSync(secret, join(mirror, 'release/published.json'));
    await publish();
    expect(readFileSync(secret, 'utf8')).toBe('mine');
    expect(lstatSync(join(mirror, 'index.html')).isFile()).toBe(true);
    expect(lstatSync(join(mirror, 'release/published.json')).isFile()).toBe(true);
  });

  test.each(['ru', 'ru/2026', 'release', 'release/nodes'])(
    'nothing is written behind a link on the way: %s',
    async (step) => {
      mkdirSync(join(mirror, step, '..'), { recursive: true });
      symlinkSync(elsewhere, join(mirror, step));
      await expect(publish()).rejects.toMatchObject({ code: 'store-foreign' });
      expect(readdirSync(elsewhere)).toEqual([]);
    },
  );

  test('a folder that is swapped for a link while a file is written leads nothing elsewhere', async () => {
    await publish();
    const path = 'ru/2026/11/1/page-1.html';
    cpSync(join(mirror, 'ru'), join(elsewhere, 'ru'), { recursive: true });
    writeFileSync(join(elsewhere, path), 'mine');
    const before = walkFolder(elsewhere).files;
    const bytes = Buffer.from('theirs');
    const outgoing = {
      ...{ path, type: 'text/html', cache: '', compressible: true },
      hash: createHash('sha256').update(bytes).digest('hex'),
      /** Read when the way was judged. */
      get content() {
        renameSync(join(mirror, 'ru'), join(mirror, 'aside'));
        symlinkSync(join(elsewhere, 'ru'), join(mirror, 'ru'));
        return { bytes };
      },
    };
    await openFolderStore(mirror)
      .put([outgoing])
      .catch((error: unknown) => error);
    expect(lstatSync(join(mirror, 'ru')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(elsewhere, path), 'utf8')).toBe('mine');
    expect(walkFolder(elsewhere).files).toEqual(before);
  });

  test('a pipe in the place of a file is waited for by nobody', async () => {
    await publish();
    rmSync(join(mirror, 'index.html'));
    execFileSync('mkfifo', [join(mirror, 'index.html')]);
    await publish(true);
    expect(lstatSync(join(mirror, 'index.html')).isFile()).toBe(true);
  });

  test('folders that are none of ours stop no publication, however deep or named like a part', async () => {
    await publish();
    const part = join(mirror, 'release', `.${'0'.repeat(32)}.part`);
    mkdirSync(join(part, 'own'), { recursive: true });
    execFileSync('python3', [
      '-c',
      'import os,sys\nos.chdir(sys.argv[1])\nfor _ in range(3000): os.mkdir("d"); os.chdir("d")',
      join(mirror, 'release'),
    ]);
    site.write('index.html', 'front 2');
    site.release(NOW + 1);
    await publish();
    await publish(true);
    expect(readFileSync(join(mirror, 'index.html'), 'utf8')).toBe('front 2');
    expect(existsSync(join(part, 'own'))).toBe(true);
    execFileSync('rm', ['-rf', join(mirror, 'release/d')]);
  });

  test('nothing is deleted behind a link on the way', async () => {
    await publish();
    const gone = 'ru/2026/11/1/page-1.html';
    renameSync(join(mirror, 'ru'), join(elsewhere, 'ru'));
    symlinkSync(join(elsewhere, 'ru'), join(mirror, 'ru'));
    await expect(openFolderStore(mirror).remove([gone])).rejects.toMatchObject({
      code: 'store-foreign',
    });
    expect(existsSync(join(elsewhere, gone))).toBe(true);
  });
});

test('everybody can read what is published, whatever the umask', async () => {
  const former = process.umask(0o077);
  try {
    await publish();
  } finally {
    process.umask(former);
  }
  const { files } = walkFolder(mirror);
  expect(files.length).toBeGreaterThan(20);
  const modes = files.map((path) => statSync(join(mirror, path)).mode & 0o777);
  expect(new Set(modes)).toEqual(new Set([0o644]));
  for (const folder of ['', 'ru', 'ru/2026', 'release', 'release/nodes'])
    expect(statSync(join(mirror, folder)).mode & 0o777, folder).toBe(0o755);
});

test('what only its owner could read is repaired', async () => {
  await publish();
  chmodSync(join(mirror, 'index.html'), 0o600);
  for (const path of walkFolder(join(mirror, 'ru/2026')).files)
    chmodSync(join(mirror, 'ru/2026', path), 0o600);
  await publish(true);
  const { files } = walkFolder(mirror);
  const modes = files.map((path) => statSync(join(mirror, path)).mode & 0o777);
  expect(new Set(modes)).toEqual(new Set([0o644]));
});
