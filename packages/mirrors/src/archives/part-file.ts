import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { makeFolder, Part, PUBLIC } from '@tamizdat/files';
import { explainFileFault } from '../kinds/file-faults.ts';

/** A file that grows beside its place and takes it whole, so that nobody meets half an archive. */
export class PartFile {
  readonly #path: string;
  readonly #part: Part;
  readonly #hash = createHash('sha256');
  #size = 0;

  /** @throws MirrorError where the folder cannot be written to */
  constructor(beside: string) {
    this.#path = beside;
    this.#part = this.#attempt(() => {
      makeFolder(dirname(beside), PUBLIC);
      return new Part(dirname(beside), PUBLIC);
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
      this.#part.write(bytes, position);
    });
  }

  /** Leaves room at the beginning. */
  reserve(bytes: number): void {
    this.#size += bytes;
  }

  /** Puts the file, whole and on the disk, into its place. */
  place(path: string): void {
    this.#attempt(() => {
      this.#part.place(path, true);
    });
  }

  /** Throws it away. */
  drop(): void {
    this.#part.drop();
  }

  #attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw explainFileFault(error, this.#path, 'archive');
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
