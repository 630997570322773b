import { rmSync } from 'node:fs';
import { boundServed, bytesPath, ReleaseError, type TreeFile, verifyFile } from '@tamizdat/release';
import { MAX_REBASED_BYTES } from '../limits.ts';
import type { MirrorSource } from './mirror-source.ts';
import type { Staging } from './staging.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Fetches files as they were signed: under their path, or under their hash where the path shows other bytes (SPEC 11.1). */
export class FileFetcher {
  readonly #source: MirrorSource;
  readonly #staging: Staging;
  readonly #origin: string;
  /** Files that were had by their hash alone. */
  byHash = 0;

  constructor(source: MirrorSource, staging: Staging, origin: string) {
    this.#source = source;
    this.#staging = staging;
    this.#origin = origin;
  }

  /**
   * Fetches a file into a file, whatever its size.
   * @returns where it lies, judged
   * @throws ReleaseError `missing`, `file-mismatch`; SourceError
   */
  async save(file: TreeFile): Promise<string> {
    const part = this.#staging.newPart();
    try {
      const atPath = await this.#source.save(file.path, file.size, part);
      if (isGenuine(atPath, file)) return part;
      const byHash = await this.#source.save(hashPath(file), file.size, part);
      if (isGenuine(byHash, file)) {
        this.byHash++;
        return part;
      }
      throw refuse(file, atPath);
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
  }

  /** Fetches a file that a mirror may have put its base address into. @throws as {@link save} */
  async read(file: TreeFile): Promise<Bytes> {
    const { base } = this.#source;
    const limit = boundServed(file.size, this.#origin, base, true);
    const bytes = await this.#source.read(file.path, limit);
    try {
      if (bytes === undefined) throw refuse(file, undefined);
      return await verifyFile(file, bytes, { origin: this.#origin, base });
    } catch (error) {
      const byHash = await this.#source.read(hashPath(file), file.size);
      const signed = byHash && (await verifyFile(file, byHash).catch(() => undefined));
      if (signed === undefined) throw error;
      this.byHash++;
      return signed;
    }
  }

  /** Whether a file is small enough to be held, and may differ from its signed bytes. */
  static isHeld({ rebased, size }: TreeFile): boolean {
    return rebased && size <= MAX_REBASED_BYTES;
  }

  /** Fetches former bytes, which not every source has. */
  async saveFormer(file: TreeFile): Promise<string | undefined> {
    const part = this.#staging.newPart();
    const saved = await this.#source.save(hashPath(file), file.size, part);
    if (isGenuine(saved, file)) return part;
    rmSync(part, { force: true });
    return undefined;
  }
}

const hashPath = ({ hash }: TreeFile): string => `release/${bytesPath(hash)}`;

type Saved = { size: number; hash: string } | undefined;

const isGenuine = (saved: Saved, { size, hash }: TreeFile): boolean =>
  saved?.hash === hash && saved.size === size;

function refuse({ path, hash, size }: TreeFile, saved: Saved): ReleaseError {
  if (saved === undefined) return new ReleaseError('missing', { at: path, expected: hash });
  const isSize = saved.size !== size;
  return new ReleaseError('file-mismatch', {
    at: path,
    expected: isSize ? `${size} bytes` : hash,
    found: isSize ? `${Math.min(saved.size, size + 1)} bytes` : saved.hash,
  });
}
