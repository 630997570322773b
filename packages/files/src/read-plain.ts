import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { nameRefusal } from './name-refusal.ts';
import { reachPlace } from './place.ts';

/** Windows knows neither. */
const PLAIN = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Opens a file of a folder that others may have written, to be read: a link is not followed, a pipe not waited for.
 * @returns an open handle, and bytes
 * @throws Error with `code`: ENOENT and the like, ELOOP for a link; `EFTYPE` for what is no file
 */
export function openPlain(path: string): { handle: number; size: number } {
  const handle = openSync(path, constants.O_RDONLY | PLAIN);
  const entry = fstatSync(handle);
  if (entry.isFile()) return { handle, size: entry.size };
  closeSync(handle);
  throw refuse('EFTYPE', `${path} is no file.`);
}

/**
 * Reads such a file.
 * @param limit Bytes.
 * @throws Error as {@link openPlain}; `EFBIG` for a long one
 */
export function readPlain(path: string, limit: number): Uint8Array<ArrayBuffer> {
  const { handle, size } = openPlain(path);
  try {
    if (size > limit) throw refuse('EFBIG', `${path} has more than ${limit} bytes.`);
    const { buffer, byteOffset, byteLength } = nameRefusal(path, () => readFileSync(handle));
    return new Uint8Array(buffer, byteOffset, byteLength);
  } finally {
    closeSync(handle);
  }
}

/**
 * Reads such a file below a folder that others can write to, where no step of the way is a link either.
 * @param path From `root`, `/`-separated.
 * @param limit Bytes.
 * @throws Error as {@link readPlain}; ForeignFileError for a link on the way
 */
export function readBelow(root: string, path: string, limit: number): Uint8Array<ArrayBuffer> {
  const bytes = reachPlace(root, path, (place) => readPlain(place, limit));
  if (bytes === undefined) throw refuse('ENOENT', `There is no ${path}.`);
  return bytes;
}

/**
 * Lists a folder below one that others can write to, links not followed.
 * @param path From `root`, `/`-separated.
 * @returns nothing for a folder that is missing
 * @throws ForeignFileError for a link on the way or in its place
 */
export function listBelow(root: string, path: string): Dirent[] {
  const list = (place: string): Dirent[] => readdirSync(dirname(place), { withFileTypes: true });
  return reachPlace(root, `${path}/entries`, list) ?? [];
}

const refuse = (code: string, message: string): Error =>
  Object.assign(new Error(message), { code });
