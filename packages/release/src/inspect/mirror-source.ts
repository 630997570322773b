import { createHash } from 'node:crypto';
import type { Part } from '@tamizdat/files';
import {
  type Answer,
  HttpFault,
  type PatienceOptions,
  PatientClient,
  readBody,
} from '@tamizdat/http';
import { saidBy } from '@tamizdat/problem';
import { PARALLEL_FETCHES } from './limits.ts';
import { type Source, SourceError } from './source.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface MirrorOptions extends Omit<PatienceOptions, 'onAnswer'> {
  /** Is told of every answer by the path that was asked for, and of the milliseconds until it began. */
  onAnswer?: (path: string, answer: Answer, ms: number) => void;
}

/**
 * A mirror behind HTTP. Bodies are read as far as they are wanted and no further, decoded bytes counted (SPEC 10.7): an
 * endless body or a compressed bomb costs no more than the file that was asked for. Redirects are not followed: a mirror
 * must not choose whom this machine asks.
 */
export class MirrorSource implements Source {
  readonly base: string;
  readonly spent = { requests: 0, bytes: 0 };
  readonly #client: PatientClient;

  /** @param base Ends with a slash. */
  constructor(base: string, { onAnswer, ...options }: MirrorOptions = {}) {
    this.base = base;
    this.#client = new PatientClient({
      kept: PARALLEL_FETCHES,
      ...options,
      onAnswer: ({ pathname }, answer, ms) => {
        this.spent.requests++;
        const path = pathname.slice(new URL(base).pathname.length);
        onAnswer?.(decodeURIComponent(path), answer, ms);
      },
    });
  }

  async read(path: string, limit: number): Promise<Bytes | undefined> {
    return this.#fetch(path, limit, readBody);
  }

  /**
   * Writes an answer into a part, in the place of what was in it: one byte more than `limit` at most, without holding it in memory.
   * @returns its size in bytes and SHA-256; undefined where the mirror has no such file
   * @throws SourceError; errors of the disk as they are
   */
  async save(
    path: string,
    limit: number,
    into: Pick<Part, 'empty' | 'write'>,
  ): Promise<{ size: number; hash: string } | undefined> {
    return this.#fetch(path, limit, (body) => writeBody(body, into));
  }

  /** Gets an answer, whatever its status. It is to be read or stopped. @throws HttpFault */
  async ask(path: string): Promise<Answer> {
    return this.#client.ask(this.#addressOf(path));
  }

  close(): void {
    this.#client.close();
  }

  #addressOf(path: string): URL {
    return new URL(this.base + path.split('/').map(encodeURIComponent).join('/'));
  }

  async #fetch<Result>(
    path: string,
    limit: number,
    use: (body: Answer['body']) => Promise<Result>,
  ): Promise<Result | undefined> {
    const address = this.#addressOf(path);
    try {
      const found = await this.#client.fetch(address, limit, (body) => use(this.#count(body)));
      return found?.result;
    } catch (error) {
      if (!(error instanceof HttpFault)) throw error;
      const { en, ru } = saidBy(error);
      throw new SourceError({ en: `${address.href}: ${en}`, ru: `${address.href}: ${ru}` }, error);
    }
  }

  async *#count(body: Answer['body']): AsyncGenerator<Uint8Array> {
    for await (const part of body) {
      this.spent.bytes += part.length;
      yield part;
    }
  }
}

/** Opens a mirror by its address, which ends with a slash. */
export const openMirror = (base: string, options?: MirrorOptions): MirrorSource =>
  new MirrorSource(base, options);

async function writeBody(body: Answer['body'], into: Pick<Part, 'empty' | 'write'>) {
  const hash = createHash('sha256');
  let size = 0;
  into.empty();
  for await (const bytes of body) {
    hash.update(bytes);
    into.write(bytes, size);
    size += bytes.length;
  }
  return { size, hash: hash.digest('hex') };
}
