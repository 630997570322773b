import { createHash } from 'node:crypto';
import type { Chance } from '../../src/addresses/index.ts';

/** Chance that begins anew with its seed: a played month is the same each time. */
export class SeededChance implements Chance {
  readonly #seed: string;
  #drawn = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  readonly hex = (bytes: number): string =>
    createHash('sha256')
      .update(`${this.#seed} ${(this.#drawn += 1)}`)
      .digest('hex')
      .repeat(Math.ceil(bytes / 32))
      .slice(0, bytes * 2);

  /** From 0, below 1. */
  readonly share = (): number => Number.parseInt(this.hex(6), 16) / 2 ** 48;

  readonly below = (count: number): number => Math.floor(this.share() * count);
}
