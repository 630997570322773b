import { domainOf } from '../../src/addresses/index.ts';
import type { SeededChance } from './seeded-chance.ts';

/** What a censor does in a day to what it reads. Shares are of names that it blocks. */
export const CENSOR = {
  /** Hours, in the mean, from a name being shown in a channel that it reads to its block. */
  delayHours: 72,
  /** Blocks that take the domain, as in 8 % of the cases of a public list (docs/mirrors.md). */
  byDomain: 0.08,
  /** Blocks that take the server’s address. */
  byAddress: 0.04,
};

/** What is blocked, and what the censor has seen and not blocked yet. */
export class World {
  readonly #chance: SeededChance;
  readonly #blocked = new Set<string>();
  readonly #due = new Map<string, number>();
  /** The server of a domain: several may share one. */
  readonly servers = new Map<string, string>();

  constructor(chance: SeededChance) {
    this.#chance = chance;
  }

  opens(base: string): boolean {
    const domain = domainOf(base);
    const server = this.servers.get(domain) ?? domain;
    return ![base, `domain ${domain}`, `server ${server}`].some((one) => this.#blocked.has(one));
  }

  /** The censor reads an address. @param hour Since the beginning. */
  show(base: string, hour: number): void {
    if (this.#due.has(base)) return;
    this.#due.set(base, hour - Math.log(1 - this.#chance.share()) * CENSOR.delayHours);
  }

  /** The censor blocks what it has had for long enough. */
  block(hour: number): void {
    for (const [base, due] of this.#due) {
      if (due > hour || this.#blocked.has(base)) continue;
      this.#blocked.add(base);
      const drawn = this.#chance.share();
      const domain = domainOf(base);
      if (drawn < CENSOR.byDomain) this.#blocked.add(`domain ${domain}`);
      else if (drawn < CENSOR.byDomain + CENSOR.byAddress)
        this.#blocked.add(`server ${this.servers.get(domain) ?? domain}`);
    }
  }
}
