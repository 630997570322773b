import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes read at once. */
const CHUNK = 1024 * 1024;

/** Gives the SHA-256 of a file, hexadecimal, without holding it in memory. */
export function hashFile(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (let got = readSync(handle, buffer); got > 0; got = readSync(handle, buffer))
      hash.update(buffer.subarray(0, got));
    return hash.digest('hex');
  } finally {
    closeSync(handle);
  }
}
