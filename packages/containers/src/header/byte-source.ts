import type { FileHandle } from 'node:fs/promises';
import { HEADER_WINDOW_BYTES } from '../limits.ts';

/** Reads pieces of an open file; keeps the last window, since headers are read in many small steps. */
export class ByteSource {
  readonly size: number;
  readonly #handle: FileHandle;
  #window: Buffer = Buffer.alloc(0);
  #windowStart = 0;

  constructor(handle: FileHandle, size: number) {
    this.#handle = handle;
    this.size = size;
  }

  /** Bytes from `offset`; fewer than `length` at the end of the file. */
  async read(offset: number, length: number): Promise<Buffer> {
    const start = offset - this.#windowStart;
    if (start >= 0 && start + length <= this.#window.length)
      return this.#window.subarray(start, start + length);
    const window = Buffer.alloc(
      Math.min(Math.max(length, HEADER_WINDOW_BYTES), Math.max(0, this.size - offset)),
    );
    const { bytesRead } = await this.#handle.read(window, 0, window.length, offset);
    this.#window = window.subarray(0, bytesRead);
    this.#windowStart = offset;
    return this.#window.subarray(0, length);
  }
}
