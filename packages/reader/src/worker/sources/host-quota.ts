import { HOSTS_PER_MINUTE, MINUTE_MS } from '../../limits.ts';

/** Counts the hosts that were asked within the last minute. */
export class HostQuota {
  readonly #asked = new Map<string, number>();

  /** Whether a host may be asked now: it was already, or there is room for one more. */
  mayAsk(host: string, now: number): boolean {
    for (const [known, at] of this.#asked) {
      // A clock that was set back must not lock the hosts out for a year.
      if (now - at >= MINUTE_MS || at > now) this.#asked.delete(known);
    }
    return this.#asked.has(host) || this.#asked.size < HOSTS_PER_MINUTE;
  }

  note(host: string, now: number): void {
    this.#asked.set(host, now);
  }
}
