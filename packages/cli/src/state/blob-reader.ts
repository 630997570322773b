import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { BranchFile } from './branch-listing.ts';

/**
 * Gives the bytes of git's objects one after the other, out of one `git cat-file --batch`. They go through no
 * checkout: what a branch says of attributes and filters is never asked, and nothing is written.
 */
export class BlobReader {
  readonly #git: ChildProcessByStdio<Writable, Readable, null>;
  readonly #chunks: AsyncIterator<Buffer, undefined>;
  #rest: Buffer = Buffer.alloc(0);

  /** @param repository A bare one. */
  constructor(repository: string) {
    this.#git = spawn('git', [`--git-dir=${repository}`, 'cat-file', '--batch'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#git.on('error', () => undefined);
    this.#git.stdin.on('error', () => undefined);
    this.#chunks = (this.#git.stdout as AsyncIterable<Buffer, undefined>)[Symbol.asyncIterator]();
  }

  /** Reads a whole file. */
  async read(file: BranchFile): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(file.size);
    let at = 0;
    for await (const chunk of this.stream(file)) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }

  /** Gives a file's bytes as they come. Each has to be read to its end before the next. @throws Error */
  async *stream({ object, size }: BranchFile): AsyncGenerator<Buffer> {
    this.#git.stdin.write(`${object}\n`);
    let end = this.#rest.indexOf(10);
    for (; end === -1; end = this.#rest.indexOf(10))
      this.#rest = Buffer.concat([this.#rest, await this.#next()]);
    const header = this.#rest.subarray(0, end).toString('latin1');
    if (header !== `${object} blob ${size}`) throw new Error(`git cat-file: ${header}`);
    let chunk = this.#rest.subarray(end + 1);
    for (let left = size; ;) {
      const given = chunk.subarray(0, left);
      if (given.length > 0) yield given;
      left -= given.length;
      chunk = chunk.subarray(given.length);
      if (left === 0 && chunk.length > 0) break;
      chunk = await this.#next();
    }
    // A line feed follows.
    this.#rest = Buffer.from(chunk.subarray(1));
  }

  async #next(): Promise<Buffer> {
    const { value } = await this.#chunks.next();
    if (value === undefined) throw new Error('git cat-file ended before its answer.');
    return value;
  }

  close(): void {
    this.#git.stdin.end();
    this.#git.kill();
  }
}
