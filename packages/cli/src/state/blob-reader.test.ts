import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { BlobReader } from './blob-reader.ts';
import type { BranchFile } from './branch-listing.ts';

const work = mkdtempSync(path.join(tmpdir(), 'tamizdat-blobs-'));
const git = (args: string[], input = ''): string =>
  execFileSync('git', [`--git-dir=${work}`, ...args], { input, encoding: 'utf8' }).trim();
/** Longer than what git gives at once, with ends of lines in it. */
const LONG = 'one\ntwo\0'.repeat(40_000);
const blobs: BranchFile[] = [];
let reader: BlobReader;

beforeAll(() => {
  execFileSync('git', ['init', '--quiet', '--bare', work]);
  for (const text of ['', 'a', '\n', LONG])
    blobs.push({ object: git(['hash-object', '-w', '--stdin'], text), size: text.length });
});
beforeEach(() => {
  reader = new BlobReader(work);
});
afterEach(() => {
  reader.close();
});
afterAll(() => {
  rmSync(work, { recursive: true });
});

const read = async (file: BranchFile): Promise<string> =>
  new TextDecoder().decode(await reader.read(file));

test('gives each file as it is, one after the other, whatever it ends with', async () => {
  const texts: string[] = [];
  for (const blob of [...blobs, ...blobs.toReversed()]) texts.push(await read(blob));
  const expected = ['', 'a', '\n', LONG];
  expect(texts).toEqual([...expected, ...expected.toReversed()]);
});

test.each([
  ['shorter than was listed', (): BranchFile => ({ object: blobs[1]?.object ?? '', size: 2 })],
  ['longer than was listed', (): BranchFile => ({ object: blobs[3]?.object ?? '', size: 2 })],
  ['no file', () => ({ object: git(['hash-object', '-w', '-t', 'tree', '--stdin']), size: 0 })],
  ['not there', () => ({ object: '0'.repeat(40), size: 1 })],
])('a file that is %s is refused before a byte of it is given', async (_, file) => {
  const given: Buffer[] = [];
  const reading = (async () => {
    for await (const chunk of reader.stream(file())) given.push(chunk);
  })();
  await expect(reading).rejects.toThrow('git cat-file: ');
  expect(given).toEqual([]);
});

test('a git that ends is an error, and no half of a file', async () => {
  reader.close();
  await expect(read(blobs[3] ?? { object: '', size: 1 })).rejects.toThrow(/git cat-file/);
});
