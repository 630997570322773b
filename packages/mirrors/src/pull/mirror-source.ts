import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, explainNetworkFault, HttpClient, type Proxy, readBody } from '@tamizdat/http';
import { type Source, SourceError } from '@tamizdat/release';
import {
  MAX_RETRY_AFTER_MS,
  MIN_ANSWER_MS,
  MIN_BYTES_PER_MS,
  PULL_CONNECTIONS,
  RETRY_WAITS_MS,
  SILENCE_MS,
} from '../limits.ts';

export interface MirrorSourceOptions {
  proxy?: Proxy | undefined;
  /** Milliseconds without a byte after which a request counts as failed. */
  idleMs?: number;
  /** Milliseconds to wait before each further try. */
  waits?: readonly number[];
  /** Milliseconds that any answer may take; long ones may take more. */
  answerMs?: number;
}

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A mirror to pull from: few connections, further tries with growing pauses, bodies read no further than they are
 * wanted. Redirects are not followed: a mirror must not choose whom this machine asks.
 */
export class MirrorSource implements Source {
  readonly base: string;
  readonly spent = { requests: 0, bytes: 0 };
  readonly #client: HttpClient;
  readonly #waits: readonly number[];
  readonly #answerMs: number;

  /** @param base Ends with a slash. */
  constructor(base: string, options: MirrorSourceOptions = {}) {
    this.base = base;
    const {
      proxy,
      idleMs = SILENCE_MS,
      waits = RETRY_WAITS_MS,
      answerMs = MIN_ANSWER_MS,
    } = options;
    this.#client = new HttpClient({ proxy, idleMs, kept: PULL_CONNECTIONS });
    this.#waits = waits;
    this.#answerMs = answerMs;
  }

  /** Reads one byte more than `limit` at most. @throws SourceError where the mirror cannot be reached */
  async read(path: string, limit: number): Promise<Bytes | undefined> {
    return this.#try(path, limit, (body) => readBody(body, limit));
  }

  /**
   * Writes an answer to a file, one byte more than `limit` at most, without holding it in memory.
   * @returns its size in bytes and SHA-256; undefined where the mirror has no such file
   * @throws SourceError; errors of the disk as they are
   */
  async save(
    path: string,
    limit: number,
    file: string,
  ): Promise<{ size: number; hash: string } | undefined> {
    return this.#try(path, limit, (body) => writeBody(body, limit, file));
  }

  close(): void {
    this.#client.close();
  }

  async #try<Result>(
    path: string,
    limit: number,
    use: (body: Answer['body']) => Promise<Result>,
  ): Promise<Result | undefined> {
    const address = new URL(this.base + path.split('/').map(encodeURIComponent).join('/'));
    let reason = '';
    for (const wait of [...this.#waits, undefined]) {
      const outcome = await this.#ask(address, limit, use);
      if (outcome.kind === 'used') return outcome.result;
      if (outcome.kind === 'missing') return undefined;
      reason = outcome.reason;
      if (wait === undefined || outcome.isFinal) break;
      await sleep(Math.max(wait, outcome.waitMs));
    }
    throw new SourceError(`${address.href}: ${reason}`);
  }

  async #ask<Result>(
    address: URL,
    limit: number,
    use: (body: Answer['body']) => Promise<Result>,
  ): Promise<Outcome<Result>> {
    this.spent.requests++;
    let answer: Answer;
    try {
      answer = await this.#client.get(address);
    } catch (error) {
      return failed(explainNetworkFault(error));
    }
    const refusal = judgeStatus(answer, address);
    if (refusal) {
      answer.stop();
      return refusal;
    }
    const slow = setTimeout(answer.stop, this.#answerMs + limit / MIN_BYTES_PER_MS);
    try {
      return { kind: 'used', result: await use(this.#count(answer.body)) };
    } catch (error) {
      if (isLocal(error)) throw error;
      return failed(explainNetworkFault(error));
    } finally {
      clearTimeout(slow);
    }
  }

  async *#count(body: Answer['body']): AsyncGenerator<Uint8Array> {
    for await (const part of body) {
      this.spent.bytes += part.length;
      yield part;
    }
  }
}

type Outcome<Result> = { kind: 'used'; result: Result } | Failed | { kind: 'missing' };

interface Failed {
  kind: 'failed';
  reason: string;
  /** Whether a further try cannot help. */
  isFinal: boolean;
  /** Milliseconds that the server asked for. */
  waitMs: number;
}

const failed = (reason: string, more: Partial<Failed> = {}): Failed => ({
  kind: 'failed',
  reason,
  isFinal: false,
  waitMs: 0,
  ...more,
});

function judgeStatus(
  { status, headers }: Answer,
  address: URL,
): Exclude<Outcome<never>, { kind: 'used' }> | undefined {
  if (status === 200) return undefined;
  if (status >= 300 && status < 400) {
    const to = URL.canParse(headers.location ?? '', address.href)
      ? new URL(headers.location ?? '', address).href.slice(0, 200)
      : 'nowhere';
    return failed(`leads on to ${to}. If that is the mirror, give its address`, { isFinal: true });
  }
  if (status < 500 && status !== 429) return { kind: 'missing' };
  const seconds = Number(headers['retry-after'] ?? 0);
  const waitMs = Math.min(Math.max(seconds * 1_000 || 0, 0), MAX_RETRY_AFTER_MS);
  return failed(`answers with status ${status}`, { waitMs });
}

async function writeBody(body: Answer['body'], limit: number, file: string) {
  const handle = await open(file, 'w').catch(asLocal);
  try {
    return await writeParts(body, limit, handle);
  } finally {
    await handle.close();
  }
}

async function writeParts(body: Answer['body'], limit: number, handle: FileHandle) {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of body) {
    hash.update(part);
    size += part.length;
    await handle.writeFile(part).catch(asLocal);
    if (size > limit) break;
  }
  return { size, hash: hash.digest('hex') };
}

const LOCAL = new WeakSet<Error>();

/** Marks an error as one of this machine's disk: asking again would not help. */
function asLocal(error: unknown): never {
  if (error instanceof Error) LOCAL.add(error);
  throw error;
}

const isLocal = (error: unknown): boolean => error instanceof Error && LOCAL.has(error);
