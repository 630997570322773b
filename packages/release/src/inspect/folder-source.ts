import { createHash, hash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { isMissing } from '../store/write-file.ts';
import { walkFolder } from '../tree/walk-folder.ts';
import { READ_BYTES } from './limits.ts';
import { type Source, SourceError } from './source.ts';

/**
 * A copy of a site on a disk. Links in it are followed: what they give is verified like the rest.
 * @throws SourceError where there is no folder
 */
export function openFolder(folder: string): Source {
  if (!existsSync(folder)) throw new SourceError(`${folder} is not there.`);
  const spent = { requests: 0, bytes: 0 };
  const buffer = Buffer.allocUnsafe(READ_BYTES);
  return {
    spent,
    read: (path, limit) => Promise.resolve(readFile(join(folder, path), limit, spent)),
    hash: (path) => hashFile(join(folder, path), buffer, spent),
    list: () => {
      const { files, others } = walkFolder(folder, ['release']);
      return [...files, ...others].sort();
    },
  };
}

/** Uses a file; undefined where there is none, or a folder in its place. */
function withFile<Result>(path: string, use: (file: number) => Result): Result | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return use(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function readFile(path: string, limit: number, spent: Source['spent']) {
  return withFile(path, (file) => {
    const bytes = new Uint8Array(Math.min(fstatSync(file).size, limit) + 1);
    const length = readSync(file, bytes);
    spent.requests++;
    spent.bytes += length;
    return bytes.slice(0, length);
  });
}

/** Hashes a file. Most fit the buffer: a read that does not fill it has met the end. */
function hashFile(path: string, buffer: Buffer, spent: Source['spent']) {
  return withFile(path, (file) => {
    let got = readSync(file, buffer);
    let size = got;
    let digest: string;
    if (got < buffer.length) digest = hash('sha256', buffer.subarray(0, got), 'hex');
    else {
      const whole = createHash('sha256');
      for (; got > 0; size += got) {
        whole.update(buffer.subarray(0, got));
        got = readSync(file, buffer);
      }
      digest = whole.digest('hex');
    }
    spent.requests++;
    spent.bytes += size;
    return { size, hash: digest };
  });
}
