import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentTypeOf } from './content-type.ts';
import { listFolder, readRecords } from './read-folder.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-folder-'));
  mkdirSync(join(folder, 'ru'));
  mkdirSync(join(folder, 'release'));
  writeFileSync(join(folder, 'release/timestamp.json'), '{}');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('files are listed in order, without what describes the tree', () => {
  for (const path of ['ru/б.html', 'ru/a.html', 'index.html'])
    writeFileSync(join(folder, path), '');
  expect(listFolder(folder)).toEqual(['index.html', 'ru/a.html', 'ru/б.html']);
});

test('a file is hashed whole and by pieces (SPEC 4.3)', () => {
  const bytes = Buffer.alloc(20_000, 'абв');
  writeFileSync(join(folder, 'ru/feed.xml'), bytes);
  writeFileSync(join(folder, 'small.html'), bytes.subarray(0, 8_192));
  const hash = (from: number, to: number): string =>
    createHash('sha256').update(bytes.subarray(from, to)).digest('hex');
  const [feed, small] = readRecords(folder, ['ru/feed.xml', 'small.html']);
  expect(feed).toMatchObject({
    size: 20_000,
    hash: hash(0, 20_000),
    type: 'application/xml',
    rebased: true,
  });
  const pieces = hash(0, 8_192) + hash(8_192, 16_384) + hash(16_384, 20_000);
  expect(Buffer.from(feed?.pieceHashes ?? []).toString('hex')).toBe(pieces);
  expect(small).toMatchObject({
    hash: hash(0, 8_192),
    rebased: false,
    pieceHashes: new Uint8Array(),
  });
});

test('pieces of a large file are as long as 1,024 of them need (SPEC 4.3)', () => {
  writeFileSync(join(folder, 'film.mp4'), Buffer.alloc(8_192 * 1_024 + 1));
  const [film] = readRecords(folder, ['film.mp4']);
  expect(film?.pieceHashes.length).toBe(513 * 32);
});

test('links are refused, all at once', () => {
  symlinkSync('/etc/hostname', join(folder, 'a.html'));
  symlinkSync('ru', join(folder, 'b'));
  expect(() => listFolder(folder)).toThrow('a.html, b');
});

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['X.HTML', 'text/html; charset=utf-8'],
  ['search/ru/wasm.ru.pagefind', 'application/octet-stream'],
  ['_headers', 'application/octet-stream'],
  ['.html', 'application/octet-stream'],
  ['a.html/b', 'application/octet-stream'],
  ['evil.html.bin', 'application/octet-stream'],
])('%s is %s', (path, type) => {
  expect(contentTypeOf(path)).toBe(type);
});
