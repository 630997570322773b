import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readObjects, sizesOf } from './git-objects.ts';
import { OBJECTS_AT_ONCE_BYTES } from './limits.ts';

let folder = '';
const write = (text: string | Buffer): string =>
  execFileSync('git', ['hash-object', '-w', '--stdin'], { cwd: folder, input: text })
    .toString()
    .trim();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tamizdat-objects-'));
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(objects: readonly string[], most: number): Promise<Map<string, Buffer>> {
  const all = new Map<string, Buffer>();
  for await (const { object, bytes } of readObjects(folder, objects, most)) all.set(object, bytes);
  return all;
}

test('objects are read byte by byte, whatever stands in them', async () => {
  const texts = ['', 'a\n', '\n\n', `${'0'.repeat(40)} blob 3\nabc`].map((text) =>
    Buffer.from(text),
  );
  const binary = Buffer.from([0xff, 0, 10, 0xd0]);
  const names = [...texts, binary].map(write);
  expect([...(await read(names, 100)).values()]).toEqual([...texts, binary]);
});

test('what is too large or not there is left out, and the rest is read', async () => {
  const [small, large] = [write('small'), write('x'.repeat(101))];
  const found = await read([large, 'a'.repeat(40), small], 100);
  expect([...found.keys()]).toEqual([small]);
});

test('more than is held at once comes in parts, and is whole', async () => {
  const names = Array.from({ length: 3 }, (_, at) =>
    write(Buffer.alloc(OBJECTS_AT_ONCE_BYTES - 1, at)),
  );
  const found = await read(names, OBJECTS_AT_ONCE_BYTES);
  expect([...found.keys()]).toEqual(names);
  expect(await sizesOf(folder, names)).toEqual(names.map(() => OBJECTS_AT_ONCE_BYTES - 1));
});

test('nothing is asked for nothing', async () => {
  expect([await sizesOf('/nowhere', []), (await read([], 1)).size]).toEqual([[], 0]);
});
