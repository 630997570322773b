import { BACKOFF_MS, HOSTS_BESIDE_PAGES, HOSTS_PER_MINUTE, MINUTE_MS } from '../../limits.ts';
import { followMirrors } from '@tamizdat/verify';
import type { Get } from '../known/fetch-head.ts';
import type { KnownHead } from '../known/known-head.ts';
import type { Notes } from '../known/notes.ts';
import { hostOf, mayAsk } from '../sources/base-of.ts';
import { HostQueue } from '../sources/host-queue.ts';
import { HostQuota } from '../sources/host-quota.ts';
import { isRecent, orderSources } from '../sources/order-sources.ts';
import { type Fetch, readAnswer } from '../sources/read-answer.ts';

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
  readonly #quota = new HostQuota();
  /** When a host last gave something, in milliseconds. */
  readonly #heard = new Map<string, number>();
  readonly #options: SourcesOptions;
  #notes: Notes;

  constructor(options: SourcesOptions, notes: Notes) {
    this.#options = options;
    this.#notes = notes;
  }

  /** All bases, in the order in which they are asked now. */
  order(known: KnownHead): string[] {
    const { scope, now } = this.#options;
    const placeOf = (base: string) => this.#quota.placeOf(hostOf(base));
    const origin = known.head?.release.origin;
    const order = orderSources(scope, origin, this.#notes, now(), placeOf);
    return order.filter((base) => mayAsk(base, scope));
  }

  /** The next base that was not tried and whose host may be asked now; it is one of those tried from then on. */
  next(known: KnownHead, tried: Set<string>, isPage: boolean): string | undefined {
    this.takeList(known);
    const most = isPage ? HOSTS_PER_MINUTE : HOSTS_BESIDE_PAGES;
    const now = this.#options.now();
    const base = this.order(known).find(
      (one) =>
        !tried.has(one) &&
        !isRecent(this.#notes.bad[one] ?? 0, BACKOFF_MS, now) &&
        this.#quota.mayAsk(hostOf(one), now, most),
    );
    if (base !== undefined) {
      tried.add(base);
      this.#quota.note(hostOf(base), now);
    }
    return base;
  }

  /**
   * What asks one source. Where a large answer stalls, connections are thought to freeze; not where the host has given nothing
   * at all lately: that one is silent, and others need not be.
   */
  getFrom(base: string, signal: AbortSignal): Get {
    const { fetch, now } = this.#options;
    const host = hostOf(base);
    const onBytes = (): unknown => this.#heard.set(host, now());
    return (path, max, isLarge, piece) => {
      const onStall = (): void => {
        if (isLarge && isRecent(this.#heard.get(host) ?? 0, MINUTE_MS, now()))
          this.#notes.frozen = now();
      };
      this.#quota.note(host, now());
      return readAnswer(fetch, base + path, max, signal, { onBytes, onStall }, piece);
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

  /** Follows the list of the newest head (SPEC 9.15), in an order that differs from reader to reader. */
  takeList({ head }: KnownHead): void {
    const { list: former } = this.#notes;
    const list = head?.mirrors;
    // The numbers begin again where keys were replaced.
    const isReplaced = (list?.number ?? Infinity) < (former?.number ?? 0);
    const followed = followMirrors(former, list, isReplaced);
    if (!followed || followed.number === former?.number) {
      if (followed) this.#notes.list = followed;
      return;
    }
    this.#notes.list = followed;
    this.#notes.listed = followed.mirrors
      .filter(({ worker }) => worker)
      .map(({ base }) => ({ base, draw: this.#options.draw() }))
      .sort((one, other) => one.draw - other.draw)
      .map(({ base }) => base);
  }
}
