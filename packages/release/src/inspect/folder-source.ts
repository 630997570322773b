import { createHash, hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { walkFolder } from '@tamizdat/files';
import { READ_BYTES } from './limits.ts';
import { type Source, SourceError } from './source.ts';

/**
 * A copy of a site on a disk. Links in it are followed: what they give is verified like the rest. What is neither file
 * nor link to one, such as a pipe or a device, counts as missing and is never read.
 * @throws SourceError where there is no folder
 */
export function openFolder(folder: string): Source {
  const entry = statSync(folder, { throwIfNoEntry: false });
  if (!entry)
    throw new SourceError({ en: `${folder} is not there.`, ru: `${folder} нет на месте.` });
  if (!entry.isDirectory())
    throw new SourceError({
      en: `${folder} is not a folder. An archive has to be unpacked first.`,
      ru: `${folder} — не папка. Архив надо сначала распаковать.`,
    });
  const spent = { requests: 0, bytes: 0 };
  const buffer = Buffer.allocUnsafe(READ_BYTES);
  return {
    spent,
    read: (path, limit) =>
      Promise.resolve(withFile(folder, path, (file, size) => readFile(file, size, limit, spent))),
    hash: (path, limit) =>
      withFile(folder, path, (file, size) => hashFile(file, size, { limit, buffer, spent })),
    list: () => listFolder(folder, 'release'),
    listRelease: () => listFolder(join(folder, 'release')),
  };
}

function listFolder(folder: string, skipped?: string): string[] {
  try {
    const { files, others } = walkFolder(folder, (path) => path === skipped);
    return [...files, ...others].sort();
  } catch (error) {
    throw new SourceError({
      en: `${folder} cannot be listed: ${codeOf(error)}`,
      ru: `Список файлов в ${folder} не получить: ${codeOf(error)}`,
    });
  }
}

/** A pipe would otherwise be waited for until somebody writes into it. Windows has none in folders, and no such flag. */
const FLAGS = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK);

/** There is no such file: nothing, a folder, a link to nothing or to itself, a socket. */
const MISSING = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENXIO', 'ENAMETOOLONG']);

/** Uses a file and its size; undefined where there is none. @throws SourceError where it cannot be read */
function withFile<Result>(
  folder: string,
  path: string,
  use: (file: number, size: number) => Result,
): Result | undefined {
  let file: number | undefined;
  try {
    file = openSync(join(folder, path), FLAGS);
    const entry = fstatSync(file);
    return entry.isFile() ? use(file, entry.size) : undefined;
  } catch (error) {
    if (MISSING.has(codeOf(error))) return undefined;
    throw new SourceError({
      en: `${path} cannot be read: ${codeOf(error)}`,
      ru: `${path} не читается: ${codeOf(error)}`,
    });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

function readFile(file: number, size: number, limit: number, spent: Source['spent']) {
  const bytes = new Uint8Array(Math.min(size, limit) + 1);
  const length = readSync(file, bytes);
  spent.requests++;
  spent.bytes += length;
  return bytes.slice(0, length);
}

interface Hashing {
  /** Bytes from which on a file is not read: it is too long to be the one that is wanted. */
  limit: number;
  buffer: Buffer;
  spent: Source['spent'];
}

/** Hashes a file. Most fit the buffer: a read that does not fill it has met the end. */
function hashFile(file: number, size: number, { limit, buffer, spent }: Hashing) {
  spent.requests++;
  if (size > limit) return { size, hash: '' };
  let got = readSync(file, buffer);
  spent.bytes += got;
  if (got < buffer.length)
    return { size: got, hash: hash('sha256', buffer.subarray(0, got), 'hex') };
  const whole = createHash('sha256');
  let length = 0;
  // A file that grows while it is read must not keep this busy for ever.
  while (got > 0 && length <= limit) {
    whole.update(buffer.subarray(0, got));
    length += got;
    got = readSync(file, buffer);
    spent.bytes += got;
  }
  return { size: length, hash: whole.digest('hex') };
}
