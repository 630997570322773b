import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { STALE_TEMPORARY_MS } from '../limits.ts';

export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/**
 * A folder of small files, safe for several processes and a kill at any moment: a file appears whole
 * (temporary file, then rename) or not at all.
 */
export class CacheFolder {
  readonly #folder: string;
  readonly #temporary: string;
  #ready: Promise<void> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    this.#temporary = path.join(folder, 'temporary');
  }

  async read(name: string): Promise<Buffer | undefined> {
    try {
      return await readFile(path.join(this.#folder, name));
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  /** Size in bytes, undefined when the file is not there. */
  async sizeOf(name: string): Promise<number | undefined> {
    const found = await stat(path.join(this.#folder, name), { bigint: false }).catch(
      (error: unknown) => {
        if (isAbsent(error)) return undefined;
        throw error;
      },
    );
    return found?.size;
  }

  async write(name: string, bytes: Buffer | string): Promise<void> {
    this.#ready ??= this.#prepare();
    await this.#ready;
    const temporary = path.join(this.#temporary, randomUUID());
    await writeFile(temporary, bytes);
    await mkdir(path.dirname(path.join(this.#folder, name)), { recursive: true });
    await rename(temporary, path.join(this.#folder, name));
  }

  async remove(name: string): Promise<void> {
    await rm(path.join(this.#folder, name), { force: true });
  }

  async #prepare(): Promise<void> {
    await mkdir(this.#temporary, { recursive: true });
    for (const name of await readdir(this.#temporary)) {
      const file = path.join(this.#temporary, name);
      const left = await stat(file).catch(() => undefined);
      if (left && Date.now() - left.mtimeMs > STALE_TEMPORARY_MS) await rm(file, { force: true });
    }
  }
}
