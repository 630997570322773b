import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { DIGEST_CHUNK_BYTES } from '../limits.ts';
import type { ContentFile } from './walk-content.ts';

/**
 * SHA-256 (lower-case hex) over the bytes of files, by their paths; those that cannot be read are left out. `root` is
 * the content folder.
 */
export function digestFiles(root: string, files: readonly ContentFile[]): Map<string, string> {
  const chunk = Buffer.alloc(DIGEST_CHUNK_BYTES);
  return new Map(
    files.flatMap(({ path, onDisk }): [string, string][] => {
      const digest = digestFile(join(root, onDisk), chunk);
      return digest === undefined ? [] : [[path, digest]];
    }),
  );
}

function digestFile(file: string, chunk: Buffer): string | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    if (!fstatSync(handle).isFile()) return undefined;
    const hash = createHash('sha256');
    for (let read = -1; read !== 0;) {
      read = readSync(handle, chunk);
      hash.update(chunk.subarray(0, read));
    }
    return hash.digest('hex');
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
