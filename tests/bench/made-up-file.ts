import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes 2 to 18 KB that follow from `seed`, in a file of its own: one that is linked elsewhere is not written to. */
export function writeMadeUpFile(file: string, seed: string): void {
  const digest = createHash('sha256').update(seed).digest();
  rmSync(file, { force: true });
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, Buffer.alloc(2_000 + (digest[0] ?? 0) * 64, digest));
}
