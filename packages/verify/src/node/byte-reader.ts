import { ReleaseError } from '../release-error.ts';
import { toHex } from './hex.ts';

const HASH_BYTES = 32;

/** Reads the parts of a node one after the other. Every method throws ReleaseError `bad-node`. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  take(count: number): Uint8Array {
    const end = this.#at + count;
    if (end > this.#bytes.length) throw new ReleaseError('bad-node', { found: 'cut short' });
    return this.#bytes.subarray(this.#at, (this.#at = end));
  }

  byte(): number {
    return this.take(1)[0] ?? 0;
  }

  /** SPEC 5.3. What is too large for its use is refused by that use. */
  varint(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 35; factor *= 128) {
      const byte = this.byte();
      value += (byte % 128) * factor;
      if (byte >= 128) continue;
      if (byte === 0 && factor > 1) break;
      return value;
    }
    throw new ReleaseError('bad-node', { found: 'number' });
  }

  hash(): string {
    return toHex(this.take(HASH_BYTES));
  }

  /** Reads a count and then as many items. Their bytes bound the count: each item takes at least one. */
  list<Item>(readItem: () => Item): Item[] {
    const items: Item[] = [];
    for (let left = this.varint(); left > 0; left--) items.push(readItem());
    return items;
  }
}
