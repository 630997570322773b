import {
  type Head,
  type HeadFiles,
  MAX_BYTES,
  parseBundle,
  parseClaim,
  parseMetadata,
  ReleaseError,
  type Trust,
  verifyHead,
  type VerifySignature,
} from '@tamizdat/verify';
import { HEAD_FRESH_MS, HEAD_OLD_MS, MAX_ROOT_STEPS } from '../../limits.ts';
import type { Bytes } from '../bytes.ts';
import type { Store } from '../kept/store.ts';
import { decodeHead, encodeHead, versionOf } from './head-file.ts';
import { FIRST_ROOT, pinRoot } from './pin-root.ts';

/** Gives what one source has under a name below its base address, at most so many bytes. */
export type Get = (name: string, max: number) => Promise<Bytes>;

export interface KnownOptions {
  store: Store;
  fingerprint: string;
  /** Milliseconds since 1970. */
  now: () => number;
  verifySignature?: VerifySignature;
  /** Takes nodes that a bundle brought, unverified. */
  onNodes: (nodes: Bytes[]) => Promise<void>;
}

/** The newest release that was seen. It only ever becomes newer. */
export class KnownHead {
  head: Head | undefined;
  /** When a source last said what the newest release is, in milliseconds; 0 for not since the worker was started. */
  checkedAt = 0;
  #files: HeadFiles | undefined;
  #first: Trust | undefined;
  readonly #options: KnownOptions;

  constructor(options: KnownOptions) {
    this.#options = options;
  }

  /** Reads what is kept, and verifies it from the fingerprint on. What does not hold is as if it were not there. */
  async load(): Promise<void> {
    const { store, fingerprint } = this.#options;
    try {
      const root = await store.get('root');
      const kept = await store.get('head');
      if (!root || !kept) return;
      this.#first = await pinRoot(root, fingerprint);
      const files = decodeHead(kept);
      this.head = await this.#verify(files, this.#first);
      this.#files = files;
    } catch {
      // It is fetched anew.
    }
  }

  /** Whether a source was asked for the newest release a short while ago. */
  isFresh(): boolean {
    const age = this.#options.now() - this.checkedAt;
    return this.head !== undefined && age >= 0 && age < HEAD_FRESH_MS;
  }

  /** Whether the newest known release was last vouched for so long ago that another source may know a newer one. */
  isOld(): boolean {
    const { head } = this;
    return !head || head.expired.length > 0 || this.#options.now() - this.signedAt > HEAD_OLD_MS;
  }

  /** When the newest timestamp was signed, in milliseconds (SPEC 6.6). */
  get signedAt(): number {
    return (this.head?.trust.timestamp ?? 0) * 1_000;
  }

  /**
   * Asks a source what the newest release is: first for its timestamp, which is small, then for its bundle if that names
   * another release. A source that is behind changes nothing.
   * @throws NoAnswer, ReleaseError where the source has no head that holds
   */
  async refresh(get: Get): Promise<void> {
    await this.#pin(get);
    const { head } = this;
    try {
      if (!this.#files || !(await this.#isSame(get, this.#files))) await this.#take(get);
    } catch (error) {
      // It serves an earlier release, which is genuine: what it has of the newest one is still welcome.
      if (!head || !(error instanceof ReleaseError) || error.code !== 'rollback') throw error;
      return;
    }
    this.checkedAt = this.#options.now();
  }

  /** The head of an earlier release whose pages are kept, verified; undefined where it is not there any more. */
  async former(number: number): Promise<Head | undefined> {
    if (this.head?.release.number === number) return this.head;
    const kept = await this.#options.store.get(`head/${number}`);
    if (!kept || !this.#first) return undefined;
    try {
      const head = await this.#verify(decodeHead(kept), this.#first);
      return head.release.number === number ? head : undefined;
    } catch {
      return undefined;
    }
  }

  async #pin(get: Get): Promise<void> {
    if (this.#first) return;
    const { store, fingerprint } = this.#options;
    const bytes = (await store.get('root')) ?? (await get(FIRST_ROOT.name, FIRST_ROOT.max));
    try {
      this.#first = await pinRoot(bytes, fingerprint);
    } catch (error) {
      await store.delete('root');
      throw error;
    }
    await store.set('root', bytes);
  }

  /** Whether the source's timestamp names the known release; it is taken, for it may be newer. */
  async #isSame(get: Get, files: HeadFiles): Promise<boolean> {
    const timestamp = await get('release/timestamp.json', MAX_BYTES.timestamp);
    try {
      await this.#accept({ ...files, roots: [], timestamp });
      return true;
    } catch (error) {
      if (error instanceof ReleaseError && error.code === 'rollback') throw error;
      return false;
    }
  }

  async #take(get: Get): Promise<void> {
    const { files, nodes } = parseBundle(await get('release/bundle.json', MAX_BYTES.bundle));
    if (!files.mirrors) {
      const { addresses } = files;
      const claiming = addresses
        ? parseMetadata(addresses, 'addresses')
        : parseMetadata(files.targets, 'targets');
      const { sha256 } = parseClaim(claiming, 'targets', 'mirrors.json');
      files.mirrors = await get(
        `release/targets/${sha256}.mirrors.json`,
        MAX_BYTES['mirrors.json'],
      );
    }
    for (let step = 0; ; step++) {
      try {
        await this.#accept(files);
        break;
      } catch (error) {
        const isGap = error instanceof ReleaseError && error.code === 'root-gap';
        if (!isGap || step === MAX_ROOT_STEPS) throw error;
        const name = `release/${error.detail.expected}.root.json`;
        files.roots = [...files.roots, await get(name, MAX_BYTES.root)].sort(
          (one, other) => versionOf(one) - versionOf(other),
        );
      }
    }
    await this.#options.onNodes(nodes);
  }

  async #accept(given: HeadFiles): Promise<void> {
    const known = this.#files?.roots ?? [];
    const last = known.length + 1;
    const roots = [...known, ...given.roots.filter((root) => versionOf(root) > last)];
    const files = { ...given, roots };
    const head = await this.#verify(files, this.head?.trust ?? this.#first);
    // Another source may have brought a newer one in the meantime.
    if (this.head && head.trust.timestamp < this.head.trust.timestamp) return;
    const kept = encodeHead(files);
    await this.#options.store.set('head', kept);
    await this.#options.store.set(`head/${head.release.number}`, kept);
    this.head = head;
    this.#files = files;
  }

  #verify(files: HeadFiles, trust: Trust | undefined): Promise<Head> {
    const { now, verifySignature } = this.#options;
    if (!trust) throw new Error('no root');
    return verifyHead(files, trust, {
      now: now(),
      ...(verifySignature ? { verifySignature } : {}),
    });
  }
}
