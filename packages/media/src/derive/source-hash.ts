import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { KEPT_MAX_BYTES, SETTLED_AFTER_MS } from '../limits.ts';
import type { CacheFolder } from './cache-folder.ts';
import { sha256 } from './cache-folder.ts';

interface Identity {
  key: string;
  /** Long enough unchanged that another change would show in the time stamp. */
  settled: boolean;
}

async function identify(file: string): Promise<Identity> {
  const stat = await lstat(file, { bigint: true });
  if (!stat.isFile() || stat.size > BigInt(KEPT_MAX_BYTES)) return { key: '', settled: false };
  const parts = [path.resolve(file), stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs];
  const changed = Math.max(Number(stat.mtimeMs), Number(stat.ctimeMs));
  return { key: sha256(parts.join('\n')), settled: Date.now() - changed > SETTLED_AFTER_MS };
}

/**
 * Knows the SHA-256 of sources without reading those that did not change: by path, inode, size and both
 * time stamps, in this process and in the cache folder. Gives undefined for what must not be read.
 */
export class SourceHashes {
  readonly #cache: CacheFolder;
  readonly #known = new Map<string, string>();

  constructor(cache: CacheFolder) {
    this.#cache = cache;
  }

  async hashOf(file: string): Promise<string | undefined> {
    const { key, settled } = await identify(file);
    if (key === '') return undefined;
    const known = this.#known.get(key) ?? (await this.#remembered(key));
    if (known !== undefined) return known;
    const hash = sha256(await readFile(file));
    if (settled) {
      this.#known.set(key, hash);
      await this.#cache.writeOwn(`sources/${key}`, hash);
    }
    return hash;
  }

  /** Forgets what is known of a file that turned out to hold something else. */
  async forget(file: string): Promise<void> {
    const { key } = await identify(file);
    this.#known.delete(key);
    await this.#cache.remove(`sources/${key}`);
  }

  async #remembered(key: string): Promise<string | undefined> {
    const hash = (await this.#cache.readOwn(`sources/${key}`))?.toString('latin1');
    if (hash === undefined || !/^[0-9a-f]{64}$/.test(hash)) return undefined;
    this.#known.set(key, hash);
    return hash;
  }
}
