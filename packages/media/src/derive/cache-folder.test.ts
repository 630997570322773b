import { mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { CacheFolder } from './cache-folder.ts';

test('a file is there whole or not at all while it is written', async () => {
  const cache = new CacheFolder(await temporaryFolder());
  const size = 60_000_000;
  const seen = new Set<number | undefined>();
  const state = { done: false };
  const writing = cache.write('files/a', Buffer.alloc(size, 1)).then(() => {
    state.done = true;
  });
  while (!state.done) seen.add(await cache.sizeOf('files/a'));
  await writing;
  seen.add(await cache.sizeOf('files/a'));
  expect(seen).toEqual(new Set([undefined, size]));
});

const LEFT = '0b9c6a52-3f0e-4d39-9a51-6c1d2e3f4a5b';
const LONG_AGO = new Date('2026-01-01T00:00:00Z');

/** A folder that is none of the cache, with files that have not changed for long. */
async function folderOfOthers(folder: string, names: readonly string[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const name of names) {
    await writeFile(path.join(folder, name), 'mine');
    await utimes(path.join(folder, name), LONG_AGO, LONG_AGO);
  }
  return folder;
}

test.each(['temporary', 'files', 'index', 'sources'])(
  'a link in place of the folder “%s” is removed, and nothing is read, written or deleted behind it',
  async (name) => {
    const work = await temporaryFolder();
    const keys = await folderOfOthers(path.join(work, 'keys'), ['root.json', 'a', LEFT]);
    const cached = path.join(work, 'cache');
    await mkdir(cached);
    await symlink('../keys', path.join(cached, name));
    const cache = new CacheFolder(cached);
    expect(await cache.read(`${name}/root.json`)).toBeUndefined();
    await cache.remove(`${name}/root.json`);
    await cache.write(`${name === 'temporary' ? 'files' : name}/a`, 'ours');
    expect((await readdir(keys)).sort()).toEqual([LEFT, 'a', 'root.json']);
    expect(await readFile(path.join(keys, 'a'), 'utf8')).toBe('mine');
  },
);

test('only temporary files that a killed run left are deleted', async () => {
  const work = await temporaryFolder();
  const temporary = await folderOfOthers(path.join(work, 'temporary'), [LEFT, 'index.md']);
  await new CacheFolder(work).write('files/a', 'ours');
  expect(await readdir(temporary)).toEqual(['index.md']);
});

test('a link in place of a file is none, and is replaced', async () => {
  const work = await temporaryFolder();
  const keys = await folderOfOthers(path.join(work, 'keys'), ['root.json']);
  await mkdir(path.join(work, 'files'));
  await symlink('../keys/root.json', path.join(work, 'files/a'));
  const cache = new CacheFolder(work);
  expect(await cache.read('files/a')).toBeUndefined();
  expect(await cache.sizeOf('files/a')).toBeUndefined();
  await cache.write('files/a', 'ours');
  expect(String(await cache.read('files/a'))).toBe('ours');
  expect(await readFile(path.join(keys, 'root.json'), 'utf8')).toBe('mine');
});
