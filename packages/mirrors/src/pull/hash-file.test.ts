import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Part } from '@tamizdat/files';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyHashed, hashFile } from './hash-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hash-file-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test.each([0, 1, 2 ** 20 - 1, 2 ** 20, 2.5 * 2 ** 20])(
  'hashes and copies a file of %i bytes, whatever stood in its place',
  (size) => {
    const bytes = randomBytes(size);
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    writeFileSync(from, bytes);
    writeFileSync(to, randomBytes(3 * 2 ** 20));
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(hashFile(from)).toBe(hash);
    const part = new Part(folder);
    expect(copyHashed(from, part)).toBe(hash);
    part.place(to);
    expect(readFileSync(to).equals(bytes)).toBe(true);
  },
);
