import { MINUTE_MS } from '../../limits.ts';

/** Counts the hosts that were asked within the last minute. */
export class HostQuota {
  readonly #asked = new Map<string, number>();

  /** Whether a host may be asked now: it was already, or there were fewer than `most`. */
  mayAsk(host: string, now: number, most: number): boolean {
    for (const [known, at] of this.#asked) {
      // A clock that was set back must not lock the hosts out for a year.
      if (now - at >= MINUTE_MS || at > now) this.#asked.delete(known);
    }
    return this.#asked.has(host) || this.#asked.size < most;
  }

  /** A host's place among those that were asked within this minute, the latest last; -1 for one that was not. */
  placeOf(host: string): number {
    return [...this.#asked.keys()].indexOf(host);
  }

  note(host: string, now: number): void {
    this.#asked.delete(host);
    this.#asked.set(host, now);
  }
}
