import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { nameRefusal, openPlain, type Part } from '@tamizdat/files';

/** Bytes read at once. */
const CHUNK = 1024 * 1024;

/** One for all: no reading gives way to another, and to make one for each of 10,000 small files takes longer than they do. */
let buffer: Buffer | undefined;

/** Gives the SHA-256 of a file, hexadecimal, without holding it in memory. */
export const hashFile = (file: string): string => copyHashed(file);

/** Whether a file stands there, itself and not behind a link, with these bytes. */
export function isHashed(file: string, { size, hash }: { size: number; hash: string }): boolean {
  let handle: number | undefined;
  try {
    const plain = openPlain(file);
    handle = plain.handle;
    return plain.size === size && nameRefusal(file, () => hashHandle(plain.handle)) === hash;
  } catch (error) {
    if (error instanceof Error && 'code' in error && NO_FILE.has(error.code)) return false;
    throw error;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** There is no such file: nothing, a link, a folder, a pipe, a socket. */
const NO_FILE = new Set<unknown>(['ENOENT', 'ENOTDIR', 'ELOOP', 'EMLINK', 'EFTYPE', 'ENXIO']);

/**
 * Copies a file into a part, if one is given.
 * @returns the SHA-256 of what was read, hexadecimal: each byte is read once
 */
export function copyHashed(from: string, to?: Part): string {
  const handle = openSync(from, 'r');
  try {
    return nameRefusal(from, () => hashHandle(handle, to));
  } finally {
    closeSync(handle);
  }
}

function hashHandle(handle: number, to?: Part): string {
  buffer ??= Buffer.allocUnsafe(CHUNK);
  const hash = createHash('sha256');
  for (let got = readSync(handle, buffer); got > 0; got = readSync(handle, buffer)) {
    const part = buffer.subarray(0, got);
    hash.update(part);
    to?.write(part);
  }
  return hash.digest('hex');
}
