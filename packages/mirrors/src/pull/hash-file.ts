import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** Bytes read at once. */
const CHUNK = 1024 * 1024;

/** One for all: no reading gives way to another, and to make one for each of 10,000 small files takes longer than they do. */
let buffer: Buffer | undefined;

/** Gives the SHA-256 of a file, hexadecimal, without holding it in memory. */
export const hashFile = (file: string): string => withFile(file, 'r', hashHandle);

/**
 * Copies a file over another one, which is made where there is none.
 * @returns the SHA-256 of what was written, hexadecimal: each byte is read once
 */
export const copyHashed = (from: string, to: string): string =>
  withFile(from, 'r', (source) => withFile(to, 'w', (target) => hashHandle(source, target)));

function withFile<Result>(
  file: string,
  flags: 'r' | 'w',
  work: (handle: number) => Result,
): Result {
  const handle = openSync(file, flags);
  try {
    return work(handle);
  } finally {
    closeSync(handle);
  }
}

/** @param target Where what is read is written to as well. */
function hashHandle(handle: number, target?: number): string {
  buffer ??= Buffer.allocUnsafe(CHUNK);
  const hash = createHash('sha256');
  for (let got = readSync(handle, buffer); got > 0; got = readSync(handle, buffer)) {
    const part = buffer.subarray(0, got);
    hash.update(part);
    if (target !== undefined) writeAll(target, part);
  }
  return hash.digest('hex');
}

/** A disk that fills up takes a part of what it is given, and says so only at the next attempt. */
function writeAll(target: number, bytes: Buffer): void {
  for (let from = 0; from < bytes.length;) from += writeSync(target, bytes, from);
}
