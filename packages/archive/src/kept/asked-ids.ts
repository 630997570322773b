/**
 * Ids that remember what they were asked: what was made of the answers stays right while these are the same. Whoever
 * finds an id that is not there, or looks at them all, depends on all.
 */
export class AskedIds extends Set<string> {
  #found = new Set<string>();
  #isAllAsked = false;

  /** The ids that were asked for, where each was there and nothing else was asked; and forgets them. */
  take(): string[] | undefined {
    const found = this.#isAllAsked ? undefined : [...this.#found];
    this.#found = new Set();
    this.#isAllAsked = false;
    return found;
  }

  override has(id: string): boolean {
    const is = super.has(id);
    if (is) this.#found.add(id);
    else this.#isAllAsked = true;
    return is;
  }

  override get size(): number {
    this.#isAllAsked = true;
    return super.size;
  }

  override [Symbol.iterator](): SetIterator<string> {
    this.#isAllAsked = true;
    return super[Symbol.iterator]();
  }

  override keys(): SetIterator<string> {
    return this[Symbol.iterator]();
  }

  override values(): SetIterator<string> {
    return this[Symbol.iterator]();
  }

  override entries(): SetIterator<[string, string]> {
    this.#isAllAsked = true;
    return super.entries();
  }

  override forEach(...args: Parameters<Set<string>['forEach']>): void {
    this.#isAllAsked = true;
    super.forEach(...args);
  }
}
