import { MAX_LOG } from '../../limits.ts';
import type { Get, KnownHead } from '../known/known-head.ts';
import type { Notes } from '../known/notes.ts';
import { hostOf, mayAsk } from '../sources/base-of.ts';
import { HostQueue } from '../sources/host-queue.ts';
import { HostQuota } from '../sources/host-quota.ts';
import { orderSources } from '../sources/order-sources.ts';
import { type Fetch, readAnswer } from '../sources/read-answer.ts';

/** One request of the worker's own, for its report. */
export interface Asked {
  at: number;
  base: string;
  path: string;
  /** Bytes that came, or what was met instead. */
  result: string;
}

export interface SourcesOptions {
  scope: string;
  fetch: Fetch;
  now: () => number;
  /** Gives a number from 0 to 1. */
  draw: () => number;
}

/** Where files can be had, who is asked next, and what came of it. */
export class Sources {
  readonly queue = new HostQueue();
  readonly log: Asked[] = [];
  readonly #quota = new HostQuota();
  readonly #options: SourcesOptions;
  /** Drawn once a start of the worker: readers differ, and one reader stays with few hosts. */
  readonly #draws = new Map<string, number>();
  #notes: Notes;

  constructor(options: SourcesOptions, notes: Notes) {
    this.#options = options;
    this.#notes = notes;
  }

  /** All bases, in the order in which they are asked now. */
  order(known: KnownHead): string[] {
    const { scope, now } = this.#options;
    const draws = this.#notes.listed.map((base) => this.#draw(base));
    let at = 0;
    const order = orderSources(
      scope,
      known.head?.release.origin,
      this.#notes,
      now(),
      () => draws[at++] ?? 0,
    );
    return order.filter((base) => mayAsk(base, scope));
  }

  /** The next base that was not tried and whose host may be asked now. */
  next(known: KnownHead, tried: ReadonlySet<string>): string | undefined {
    const now = this.#options.now();
    const base = this.order(known).find(
      (one) => !tried.has(one) && this.#quota.mayAsk(hostOf(one), now),
    );
    if (base !== undefined) this.#quota.note(hostOf(base), now);
    return base;
  }

  /** What asks one source. */
  getFrom(base: string, signal: AbortSignal): Get {
    const { fetch, now } = this.#options;
    return async (path, max) => {
      const asked = { at: now(), base, path, result: '…' };
      this.log.push(asked);
      if (this.log.length > MAX_LOG) this.log.shift();
      this.#quota.note(hostOf(base), asked.at);
      try {
        const bytes = await readAnswer(fetch, base + path, max, signal);
        asked.result = `${bytes.length}`;
        return bytes;
      } catch (error) {
        asked.result = (error as Error).message;
        throw error;
      }
    };
  }

  noteGood(base: string): void {
    this.#notes.good = { base, at: this.#options.now() };
    this.#notes.bad[base] = 0;
  }

  noteBad(base: string): void {
    this.#notes.bad[base] = this.#options.now();
    if (this.#notes.good?.base === base) delete this.#notes.good;
  }

  /** Takes the list of the newest head. The last one that was not empty stays. */
  takeList(known: KnownHead): void {
    const bases = known.head?.mirrors?.mirrors
      .filter(({ worker }) => worker)
      .map(({ base }) => base);
    if (bases?.length) this.#notes.listed = bases;
  }

  #draw(base: string): number {
    const drawn = this.#draws.get(base) ?? this.#options.draw();
    this.#draws.set(base, drawn);
    return drawn;
  }
}
