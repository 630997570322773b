import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, HttpClient } from './http-client.ts';
import { HttpFault } from './http-fault.ts';
import { judgeAnswer } from './judge-answer.ts';
import { ANSWER_MS, IDLE_MS, MIN_BYTES_PER_MS, RETRY_WAITS_MS } from './limits.ts';
import type { ConnectionOptions } from './open-connection.ts';
import { limitBody } from './read-body.ts';

export interface PatienceOptions extends Partial<ConnectionOptions> {
  /** Connections kept for further requests; with 0 each request has its own. */
  kept?: number;
  /** Milliseconds to wait before each further try. */
  waits?: readonly number[];
  /** Milliseconds that any answer may take; long ones may take more. */
  answerMs?: number;
  /** Is told of every answer, and of the milliseconds until it began. */
  onAnswer?: (address: URL, answer: Answer, ms: number) => void;
}

/**
 * Asks one server for files until it has them, is told that they are not there, or has tried often enough. One client
 * for all who read mirrors, so that all judge an answer alike.
 */
export class PatientClient {
  readonly #client: HttpClient;
  readonly #waits: readonly number[];
  readonly #answerMs: number;
  readonly #onAnswer: PatienceOptions['onAnswer'];
  #hasAnswered = false;

  constructor(options: PatienceOptions = {}) {
    const { idleMs = IDLE_MS, kept = 4, waits = RETRY_WAITS_MS, answerMs = ANSWER_MS } = options;
    this.#client = new HttpClient({ ...options, idleMs, kept });
    this.#waits = waits;
    this.#answerMs = answerMs;
    this.#onAnswer = options.onAnswer;
  }

  /** Asks once. @throws HttpFault where there is no answer */
  async ask(address: URL): Promise<Answer> {
    const begun = performance.now();
    const answer = await this.#client.get(address);
    this.#hasAnswered = true;
    this.#onAnswer?.(address, answer, performance.now() - begun);
    return answer;
  }

  /**
   * Fetches a file.
   * @param limit Bytes that are wanted at most; one more is read, which tells what is too long. More time is given for more.
   * @param use Reads the body, anew at each try; what it throws itself ends the tries.
   * @returns undefined where there is no such file
   * @throws HttpFault where nothing can be learned of it
   */
  async fetch<Result>(
    address: URL,
    limit: number,
    use: (body: Answer['body']) => Promise<Result>,
  ): Promise<{ result: Result } | undefined> {
    for (let tries = 0; ; tries++) {
      try {
        return await this.#fetchOnce(address, limit, use);
      } catch (error) {
        const wait = this.#waits[tries];
        if (!(error instanceof HttpFault) || wait === undefined || !this.#mayHelp(error))
          throw error;
        await sleep(Math.max(wait, error.retryMs ?? 0));
      }
    }
  }

  close(): void {
    this.#client.close();
  }

  async #fetchOnce<Result>(
    address: URL,
    limit: number,
    use: (body: Answer['body']) => Promise<Result>,
  ): Promise<{ result: Result } | undefined> {
    const answer = await this.ask(address);
    const said = judgeAnswer(answer, address);
    if (said !== 'body') {
      answer.stop();
      if (said === 'missing') return undefined;
      throw said;
    }
    const slow = setTimeout(
      () => {
        answer.stop(
          new HttpFault(
            'slow',
            { en: 'too slow to end', ru: 'слишком медленно, чтобы дождаться конца' },
            { retryMs: 0 },
          ),
        );
      },
      this.#answerMs + limit / MIN_BYTES_PER_MS,
    );
    try {
      return { result: await use(limitBody(answer.body, limit)) };
    } finally {
      clearTimeout(slow);
      answer.stop();
    }
  }

  /** Whoever has never answered is not waited for: there is nobody, or a proxy or a block in between. */
  #mayHelp({ code, retryMs }: HttpFault): boolean {
    return retryMs !== undefined && (this.#hasAnswered || !ABSENT.test(code));
  }
}

const ABSENT = /^(?:ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|silence|proxy)$/;
