import { locateFile, verifyFile } from '@tamizdat/verify';
import { MAX_KEPT_BYTES, MAX_KEPT_HEADS } from '../../limits.ts';
import type { KnownHead } from '../known/known-head.ts';
import type { NodeShelf } from '../known/node-shelf.ts';
import { type GenuineFile, decodeKept, encodeKept, type KeptFile } from './kept-file.ts';
import type { Store } from './store.ts';

const DAY_MS = 86_400_000;
/** Days by which a clock may be ahead of the newest signature before it is thought wrong: then nothing expires by it. */
const ODD_CLOCK_DAYS = 60;
const PREFIX = 'page/';

/** Files that were shown, or are kept at the reader's wish. */
export class KeptFiles {
  readonly #store: Store;
  readonly #known: KnownHead;
  readonly #nodes: NodeShelf;
  readonly #days: number;

  constructor(store: Store, known: KnownHead, nodes: NodeShelf, days: number) {
    this.#store = store;
    this.#known = known;
    this.#nodes = nodes;
    this.#days = days;
  }

  /** Keeps a file that was verified under the newest release. Without room it is not kept, and nothing else is lost. */
  async keep(
    path: string,
    { bytes }: GenuineFile,
    now: number,
    isPinned: boolean,
  ): Promise<boolean> {
    const release = this.#known.head?.release.number ?? 0;
    const before = isPinned ? undefined : await this.#read(path);
    const kept = { path, release, at: now, isPinned: isPinned || before?.isPinned === true, bytes };
    return this.#store.set(PREFIX + path, encodeKept(kept)).then(
      () => true,
      () => false,
    );
  }

  /** Gives a kept file with the release that it is of, verified like any other; undefined where there is none. */
  async find(path: string, now: number): Promise<(KeptFile & GenuineFile) | undefined> {
    const kept = await this.#read(path);
    if (!kept || this.#isOver(kept, now)) return undefined;
    const head = await this.#known.former(kept.release);
    if (!head) return undefined;
    try {
      const { file } = await locateFile(path, head.release, (hash) =>
        this.#nodes.find(hash, undefined),
      );
      return { ...kept, file, bytes: await verifyFile(file, kept.bytes) };
    } catch {
      // Altered, or its proof was let go.
      return undefined;
    }
  }

  /** All kept paths, oldest first. */
  async list(): Promise<string[]> {
    return (await this.#store.names(PREFIX)).map((name) => name.slice(PREFIX.length));
  }

  /** Lets go of all that was kept because it was read. */
  async clear(): Promise<void> {
    for (const path of await this.list()) {
      const kept = await this.#read(path);
      if (kept?.isPinned !== true) await this.#store.delete(PREFIX + path);
    }
  }

  /** Lets go of what is over, of the oldest beyond the limit, and of heads that no file needs. */
  async sweep(now: number): Promise<void> {
    let bytes = 0;
    const needed = new Set<string>();
    for (const path of (await this.list()).reverse()) {
      const kept = await this.#read(path);
      bytes += kept?.bytes.length ?? 0;
      if (!kept || this.#isOver(kept, now) || bytes > MAX_KEPT_BYTES)
        await this.#store.delete(PREFIX + path);
      else needed.add(`head/${kept.release}`);
    }
    const heads = await this.#store.names('head/');
    const newest = `head/${this.#known.head?.release.number}`;
    for (const [at, name] of heads.entries()) {
      const isNeeded = name === newest || (needed.has(name) && heads.length - at <= MAX_KEPT_HEADS);
      if (!isNeeded) await this.#store.delete(name);
    }
  }

  #isOver({ at, isPinned }: KeptFile, now: number): boolean {
    if (isPinned) return false;
    const { signedAt } = this.#known;
    const isOdd = now - signedAt > ODD_CLOCK_DAYS * DAY_MS;
    return Math.max(isOdd ? 0 : now - at, signedAt - at) > this.#days * DAY_MS;
  }

  async #read(path: string): Promise<KeptFile | undefined> {
    const whole = await this.#store.get(PREFIX + path);
    return whole && decodeKept(whole, path);
  }
}
