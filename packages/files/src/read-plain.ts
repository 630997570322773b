import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** Windows knows neither. */
const PLAIN = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Reads a file of a folder that others may have written: a link is not followed, a pipe not waited for.
 * @param limit Bytes.
 * @throws Error with `code`: ENOENT and the like, ELOOP for a link; `EFTYPE` for what is no file, `EFBIG` for a long one
 */
export function readPlain(path: string, limit: number): Uint8Array<ArrayBuffer> {
  const file = openSync(path, constants.O_RDONLY | PLAIN);
  try {
    const entry = fstatSync(file);
    if (!entry.isFile()) throw refuse('EFTYPE', `${path} is no file.`);
    if (entry.size > limit) throw refuse('EFBIG', `${path} has more than ${limit} bytes.`);
    return new Uint8Array(readFileSync(file));
  } finally {
    closeSync(file);
  }
}

const refuse = (code: string, message: string): Error =>
  Object.assign(new Error(message), { code });
