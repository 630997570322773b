import type { Store } from '../src/worker/kept/store.ts';

/** Keeps bytes in memory, in the order in which names were first kept, as Cache Storage does. */
export class MemoryStore implements Store {
  readonly held = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Without room nothing is kept. */
  isFull = false;
  #isClosed = false;

  get(name: string) {
    return Promise.resolve(this.held.get(name)?.slice());
  }

  set(name: string, bytes: Uint8Array<ArrayBuffer>) {
    if (this.isFull) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    this.held.delete(name);
    if (!this.#isClosed) this.held.set(name, bytes);
    return Promise.resolve();
  }

  delete(name: string) {
    this.held.delete(name);
    return Promise.resolve();
  }

  names(prefix: string) {
    return Promise.resolve([...this.held.keys()].filter((name) => name.startsWith(prefix)));
  }

  clear() {
    this.#isClosed = true;
    this.held.clear();
    return Promise.resolve();
  }
}
