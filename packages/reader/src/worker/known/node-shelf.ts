import { digest, MAX_NODE_BYTES } from '@tamizdat/verify';
import type { Bytes } from '../bytes.ts';
import type { Store } from '../kept/store.ts';
import type { Get } from './fetch-head.ts';

/** Nodes that are kept: those of some hundred pages. */
const MAX_NODES = 300;

/** Gives nodes by hash: those at hand, else those of a source. */
export class NodeShelf {
  readonly #held = new Map<string, Bytes>();
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Looks for a node.
   * @param get Undefined where no source is to be asked.
   * @returns bytes that have this hash where they were at hand; what a source sent is judged by whoever asked
   */
  async find(hash: string, get: Get | undefined): Promise<Bytes> {
    const held = this.#held.get(hash) ?? (await this.#store.get(`node/${hash}`));
    if (held && (await digest(held)) === hash) return held;
    if (!get) throw new Error('none');
    const name = `release/nodes/${hash.slice(0, 2)}/${hash.slice(2)}`;
    const bytes = await get(name, 2 * MAX_NODE_BYTES);
    if ((await digest(bytes)) === hash) await this.#keep(hash, bytes);
    return bytes;
  }

  /** Lets go of the oldest. */
  async sweep(): Promise<void> {
    const names = await this.#store.names('node/');
    for (const name of names.slice(0, -MAX_NODES)) await this.#store.delete(name);
    this.#held.clear();
  }

  async #keep(hash: string, bytes: Bytes): Promise<void> {
    this.#held.set(hash, bytes);
    // Without room on the disk it is held in memory.
    await this.#store.set(`node/${hash}`, bytes).catch(() => undefined);
  }
}
