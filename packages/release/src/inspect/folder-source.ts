import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { isMissing } from '../store/write-file.ts';
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
    list: () => listFiles(folder),
  };
}

function withFile<Result>(
  path: string,
  use: (file: number, size: number) => Result,
): Result | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  try {
    const entry = fstatSync(file);
    return entry.isFile() ? use(file, entry.size) : undefined;
  } finally {
    closeSync(file);
  }
}

function readFile(path: string, limit: number, spent: Source['spent']) {
  return withFile(path, (file, size) => {
    const bytes = new Uint8Array(Math.min(size, limit + 1));
    const length = readSync(file, bytes);
    spent.requests++;
    spent.bytes += length;
    return bytes.subarray(0, length);
  });
}

function hashFile(path: string, buffer: Buffer, spent: Source['spent']) {
  return withFile(path, (file) => {
    const hash = createHash('sha256');
    let size = 0;
    for (let got = 1; got > 0; size += got) {
      got = readSync(file, buffer, 0, buffer.length, null);
      hash.update(buffer.subarray(0, got));
    }
    spent.requests++;
    spent.bytes += size;
    return { size, hash: hash.digest('hex') };
  });
}

function listFiles(folder: string): string[] {
  const paths: string[] = [];
  const visit = (at: string): void => {
    for (const entry of readdirSync(join(folder, at), { withFileTypes: true })) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (path === 'release') continue;
      if (entry.isDirectory()) visit(path);
      else paths.push(path);
    }
  };
  visit('');
  return paths.sort();
}
