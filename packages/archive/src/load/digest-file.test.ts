import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DIGEST_CHUNK_BYTES } from '../limits.ts';
import { inspectContent } from './load-content.ts';
import { digestFile } from './digest-file.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tamizdat-digest-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

test('every file is digested whole, by the name that content calls it', async () => {
  const long = Buffer.alloc(2 * DIGEST_CHUNK_BYTES + 7, 'recording');
  mkdirSync(join(root, 'articles'));
  writeFileSync(join(root, 'articles', 'и\u0306.mp3'), long);
  writeFileSync(join(root, 'articles', 'empty.md'), '');
  writeFileSync(join(root, 'outlet.yaml'), 'name: x\n');
  symlinkSync(join(root, 'outlet.yaml'), join(root, 'link.yaml'));
  expect([...(await inspectContent(root, { digests: true })).digests]).toEqual([
    ['articles/empty.md', sha256(Buffer.alloc(0))],
    ['articles/й.mp3', sha256(long)],
    ['outlet.yaml', sha256(Buffer.from('name: x\n'))],
  ]);
});

test('nothing is digested where that was not asked for', async () => {
  writeFileSync(join(root, 'outlet.yaml'), 'name: x\n');
  expect((await inspectContent(root)).digests.size).toBe(0);
});

test('a file that is gone has no digest, nor has a folder in its place', () => {
  mkdirSync(join(root, 'b.md'));
  expect(['a.md', 'b.md'].map((name) => digestFile(join(root, name)))).toEqual([
    undefined,
    undefined,
  ]);
});
