import type { Part } from '@tamizdat/files';
import { bytesPath, FormerFiles, type MirrorSource, nodePath } from '@tamizdat/release';
import {
  boundServed,
  MAX_NODE_BYTES,
  type Release,
  ReleaseError,
  type TreeFile,
  verifyFile,
} from '@tamizdat/verify';
import { MAX_REBASED_BYTES } from '../limits.ts';
import { orNothing } from './or-nothing.ts';
import type { Staging } from './staging.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Fetches files as they were signed: under their path, or under their hash where the path shows other bytes (SPEC 11.1). */
export class FileFetcher {
  readonly #source: MirrorSource;
  readonly #staging: Staging;
  readonly #origin: string;
  readonly #former: FormerFiles;
  /** Files that were had by their hash alone. */
  byHash = 0;

  constructor(source: MirrorSource, staging: Staging, release: Release) {
    this.#source = source;
    this.#staging = staging;
    this.#origin = release.origin;
    this.#former = new FormerFiles(release, async (hash) => {
      const path = `release/${nodePath(hash)}`;
      const node = await source.read(path, MAX_NODE_BYTES);
      if (node === undefined) throw new ReleaseError('missing', { at: path });
      return node;
    });
  }

  /**
   * Fetches a file, whatever its size, without holding it in memory.
   * @returns its bytes, judged, in a part
   * @throws ReleaseError `missing`, `file-mismatch`, `stale`; SourceError
   */
  async save(file: TreeFile): Promise<Part> {
    const part = this.#staging.newPart();
    try {
      const atPath = await this.#source.save(file.path, file.size, part);
      if (isGenuine(atPath, file)) return part;
      const byHash = await orNothing(this.#source.save(hashPath(file), file.size, part));
      if (isGenuine(byHash, file)) this.byHash++;
      else
        await this.#former.judge(refuse(file, atPath), file, async (files) => {
          const longest = Math.max(...files.map(({ size }) => size));
          const again = await this.#source.save(file.path, longest, part);
          return (one) => Promise.resolve(isGenuine(again, one));
        });
      return part;
    } catch (error) {
      part.drop();
      throw error;
    }
  }

  /** Fetches a file that a mirror may have put its base address into. @throws as {@link save} */
  async read(file: TreeFile): Promise<Bytes> {
    let atPath = await this.#readAt(file, [file]);
    const signed = await this.#undo(file, atPath);
    if (signed !== undefined) return signed;
    const byHash = await orNothing(this.#source.read(hashPath(file), file.size));
    const kept = await this.#undo(file, byHash);
    if (kept !== undefined) {
      this.byHash++;
      return kept;
    }
    const found = atPath && { size: atPath.length, hash: '' };
    await this.#former.judge(refuse(file, found), file, async (files) => {
      atPath = await this.#readAt(file, files);
      return async (one) => (await this.#undo(one, atPath)) !== undefined;
    });
    return (await this.#undo(file, atPath)) ?? new Uint8Array();
  }

  async #readAt({ path }: TreeFile, files: readonly TreeFile[]): Promise<Bytes | undefined> {
    const bounds = files.map(({ size }) =>
      boundServed(size, this.#origin, this.#source.base, true),
    );
    return this.#source.read(path, Math.max(...bounds));
  }

  /** The signed bytes of a file, where these are they. */
  async #undo(file: TreeFile, bytes: Bytes | undefined): Promise<Bytes | undefined> {
    if (bytes === undefined) return undefined;
    const place = { origin: this.#origin, base: this.#source.base };
    return verifyFile(file, bytes, place).catch(() => undefined);
  }

  /** Whether a file is small enough to be held, and may differ from its signed bytes. */
  static isHeld({ rebased, size }: TreeFile): boolean {
    return rebased && size <= MAX_REBASED_BYTES;
  }

  /** Fetches former bytes, which not every source has. */
  async saveFormer(file: TreeFile): Promise<Part | undefined> {
    const part = this.#staging.newPart();
    try {
      const saved = await orNothing(this.#source.save(hashPath(file), file.size, part));
      if (isGenuine(saved, file)) return part;
    } catch (error) {
      part.drop();
      throw error;
    }
    part.drop();
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
