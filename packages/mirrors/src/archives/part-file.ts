import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { explainFileFault } from '../kinds/file-faults.ts';

/** A file that grows beside its place and takes it whole, so that nobody meets half an archive. */
export class PartFile {
  readonly #path: string;
  readonly #handle: number;
  readonly #hash = createHash('sha256');
  #size = 0;

  /** @throws MirrorError where the folder cannot be written to */
  constructor(beside: string) {
    this.#path = `${beside}.part`;
    this.#handle = this.#attempt(() => {
      mkdirSync(dirname(beside), { recursive: true });
      return openSync(this.#path, 'w');
    });
  }

  /** Bytes written at the end so far. */
  get size(): number {
    return this.#size;
  }

  /** SHA-256 of what was written at the end, in hexadecimal digits. Ask once. */
  digest(): string {
    return this.#hash.digest('hex');
  }

  /** Writes at the end. */
  write(bytes: Uint8Array): void {
    this.writeAt(bytes, this.#size);
    this.#hash.update(bytes);
    this.#size += bytes.length;
  }

  /** Writes over what stands at a place, or before anything does; it counts for neither size nor hash. */
  writeAt(bytes: Uint8Array, position: number): void {
    this.#attempt(() => {
      for (let at = 0; at < bytes.length;)
        at += writeSync(this.#handle, bytes, at, bytes.length - at, position + at);
    });
  }

  /** Leaves room at the beginning. */
  reserve(bytes: number): void {
    this.#size += bytes;
  }

  /** Puts the file, whole and on the disk, into its place. */
  place(path: string): void {
    this.#attempt(() => {
      fsyncSync(this.#handle);
      closeSync(this.#handle);
      renameSync(this.#path, path);
    });
  }

  /** Throws it away. */
  drop(): void {
    try {
      closeSync(this.#handle);
    } catch {
      // It was closed when it was about to be put into its place.
    }
    rmSync(this.#path, { force: true });
  }

  #attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw explainFileFault(error, this.#path);
    }
  }
}

/** Writes a file by a part file, which is gone again where that fails. */
export async function withPart<Result>(
  beside: string,
  write: (part: PartFile) => Promise<Result>,
): Promise<Result> {
  const part = new PartFile(beside);
  try {
    return await write(part);
  } catch (error) {
    part.drop();
    throw error;
  }
}
