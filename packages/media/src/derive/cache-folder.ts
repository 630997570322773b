import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeStamp } from '@tamizdat/files';
import { STALE_TEMPORARY_MS } from '../limits.ts';

export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Folders of the cache. One that is a link came from elsewhere, and leads to files that are none of it. */
const FOLDERS = ['files', 'index', 'sources', 'stamps', 'temporary'];

/** Names that temporary files are given. */
const TEMPORARY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Windows knows neither. */
const PLAIN = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * A folder of small files, safe for several processes and a kill at any moment: a file appears whole
 * (temporary file, then rename) or not at all. It may have come back from a cache that others can write to: links in it
 * are removed or passed over, never followed, and what no hash proves counts where this machine wrote it alone.
 */
export class CacheFolder {
  readonly #folder: string;
  readonly #temporary: string;
  #judged: Promise<void> | undefined;
  #ready: Promise<void> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    this.#temporary = path.join(folder, 'temporary');
  }

  /** Undefined when the file is not there, or is none. */
  async read(name: string): Promise<Buffer | undefined> {
    return (await this.#open(name))?.bytes;
  }

  /**
   * The same for a file whose bytes prove nothing by themselves: undefined too where it is not as `writeOwn` left it. Its
   * stamp stands in a file beside it; nobody who puts both there can know the time and the inode that the first will get.
   */
  async readOwn(name: string): Promise<Buffer | undefined> {
    const [found, stamp] = await Promise.all([this.#open(name), this.read(stampOf(name))]);
    return found && stamp?.toString('latin1') === found.stamp ? found.bytes : undefined;
  }

  async #open(name: string): Promise<{ bytes: Buffer; stamp: string } | undefined> {
    if ((await this.sizeOf(name)) === undefined) return undefined;
    const flags = constants.O_RDONLY | PLAIN;
    const file = await orAbsent(open(path.join(this.#folder, name), flags));
    try {
      if (!file) return undefined;
      const stamp = writeStamp(await file.stat({ bigint: true }));
      return { bytes: await file.readFile(), stamp };
    } finally {
      await file?.close();
    }
  }

  /** Size in bytes, undefined when the file is not there, or is none. */
  async sizeOf(name: string): Promise<number | undefined> {
    await this.#judge();
    const found = await orAbsent(lstat(path.join(this.#folder, name)));
    return found?.isFile() === true ? found.size : undefined;
  }

  async write(name: string, bytes: Buffer | string): Promise<void> {
    await this.#judge();
    this.#ready ??= this.#prepare();
    await this.#ready;
    const temporary = path.join(this.#temporary, randomUUID());
    await writeFile(temporary, bytes, { flag: 'wx' });
    await mkdir(path.dirname(path.join(this.#folder, name)), { recursive: true });
    await rename(temporary, path.join(this.#folder, name));
  }

  /** Writes a file of which `readOwn` knows that this machine wrote it, and that it stood here ever since. */
  async writeOwn(name: string, bytes: Buffer | string): Promise<void> {
    await this.write(name, bytes);
    const found = await orAbsent(lstat(path.join(this.#folder, name), { bigint: true }));
    if (found) await this.write(stampOf(name), writeStamp(found));
  }

  async remove(name: string): Promise<void> {
    await this.#judge();
    await rm(path.join(this.#folder, name), { force: true });
  }

  #judge(): Promise<void> {
    return (this.#judged ??= this.#removeLinks());
  }

  async #removeLinks(): Promise<void> {
    for (const name of FOLDERS) {
      const folder = path.join(this.#folder, name);
      const found = await orAbsent(lstat(folder));
      if (found && !found.isDirectory()) await rm(folder, { force: true });
    }
  }

  async #prepare(): Promise<void> {
    await mkdir(this.#temporary, { recursive: true });
    const names = await readdir(this.#temporary);
    for (const name of names.filter((each) => TEMPORARY.test(each))) {
      const file = path.join(this.#temporary, name);
      const left = await orAbsent(lstat(file));
      if (left?.isFile() !== true) continue;
      if (Date.now() - left.mtimeMs > STALE_TEMPORARY_MS) await rm(file, { force: true });
    }
  }
}

const stampOf = (name: string): string => `stamps/${name.replace('/', '-')}`;

/** What is not there, or was removed by another process meanwhile, is undefined. */
async function orAbsent<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
