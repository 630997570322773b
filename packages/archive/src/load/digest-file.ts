import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { DIGEST_CHUNK_BYTES } from '../limits.ts';

const chunk = Buffer.alloc(DIGEST_CHUNK_BYTES);

/** SHA-256 (lower-case hex) over the bytes of a file, however long; undefined where it cannot be read. */
export function digestFile(file: string): string | undefined {
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
