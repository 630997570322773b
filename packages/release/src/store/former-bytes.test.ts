import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { otherDisk } from '@tamizdat/files/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../tree/sha256.ts';
import { FormerBytes } from './former-bytes.ts';
import { MAX_COPY_BYTES } from './limits.ts';

let folder = '';
let former: FormerBytes;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'former-bytes-'));
  former = new FormerBytes(join(folder, 'former'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('bytes are there after the file was replaced, and cost no space before', () => {
  const file = join(folder, 'a.html');
  writeFileSync(file, 'old');
  former.keep(file, sha256('old'));
  expect(statSync(file).nlink).toBe(2);
  rmSync(file);
  writeFileSync(file, 'new');
  expect(new TextDecoder().decode(former.take(sha256('old')))).toBe('old');
  former.drop(sha256('old'));
  expect(former.take(sha256('old'))).toBeUndefined();
});

test('a file that was written to in place is not taken for its former bytes', () => {
  const file = join(folder, 'a.html');
  writeFileSync(file, 'old');
  former.keep(file, sha256('old'));
  writeFileSync(file, 'new');
  expect(former.take(sha256('old'))).toBeUndefined();
});

const disk = otherDisk();
test.skipIf(disk === undefined)(
  'where a file cannot be linked, a small one is copied and a large one let go',
  () => {
    const elsewhere = mkdtempSync(join(disk ?? '', 'former-bytes-'));
    const small = join(elsewhere, 'small');
    const large = join(elsewhere, 'large');
    writeFileSync(small, 'old');
    writeFileSync(large, Buffer.alloc(MAX_COPY_BYTES + 1));
    for (const file of [small, large]) former.keep(file, sha256(file));
    former.keep(small, sha256('old'));
    expect(former.take(sha256('old'))).toBeDefined();
    expect(
      existsSync(join(folder, 'former', sha256(large).slice(0, 2), sha256(large).slice(2))),
    ).toBe(false);
    rmSync(elsewhere, { recursive: true });
  },
);
