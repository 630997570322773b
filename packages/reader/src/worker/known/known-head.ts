import {
  type Head,
  type HeadFiles,
  MAX_BYTES,
  ReleaseError,
  type ReleaseErrorCode,
  type Trust,
  verifyHead,
  type VerifySignature,
} from '@tamizdat/verify';
import { HEAD_FRESH_MS, HEAD_OLD_MS } from '../../limits.ts';
import type { Bytes } from '../bytes.ts';
import type { Store } from '../kept/store.ts';
import { isRecent } from '../sources/order-sources.ts';
import { fetchHead, fetchRoots, type Get, type Source } from './fetch-head.ts';
import { decodeHead, encodeHead, versionOf } from './head-file.ts';
import { FIRST_ROOT, pinRoot } from './pin-root.ts';

export interface KnownOptions {
  store: Store;
  fingerprint: string;
  /** Milliseconds since 1970. */
  now: () => number;
  verifySignature?: VerifySignature | undefined;
}

/** The newest release that was seen. It only ever becomes newer. */
export class KnownHead {
  head: Head | undefined;
  /** When a source last said what the newest release is, in milliseconds; 0 for not since the worker was started. */
  checkedAt = 0;
  /** Who said so. */
  #vouched = new Set<string>();
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
    return this.head !== undefined && isRecent(this.checkedAt, HEAD_FRESH_MS, this.#options.now());
  }

  /**
   * Whether the reader's own address said what the newest release is, or two others did: a single mirror may lag behind
   * itself.
   */
  isConfirmed(scope: string): boolean {
    return this.#vouched.has(scope) || this.#vouched.size > 1;
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
   * Asks a source what the newest release is: first for its timestamp, which is small, then for the rest if that names
   * another release. A source that is behind changes nothing.
   * @throws NoAnswer, ReleaseError where the source has no head that holds
   */
  async refresh({ base, get }: Source): Promise<void> {
    await this.#pin(get);
    const { head } = this;
    try {
      const timestamp = await get('release/timestamp.json', MAX_BYTES.timestamp);
      if (!(await this.#isSame(timestamp))) await this.#take(get, timestamp);
    } catch (error) {
      // It serves an earlier release, which is genuine: what it has of the newest one is still welcome.
      if (!head || !isCode(error, 'rollback')) throw error;
      return;
    }
    if (!this.isFresh()) this.#vouched.clear();
    this.#vouched.add(base);
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

  /** Whether a timestamp names the known release; it is taken, for it may be newer. */
  async #isSame(timestamp: Bytes): Promise<boolean> {
    const files = this.#files;
    if (!files || this.head?.expired.includes('root')) return false;
    try {
      await this.#accept({ ...files, roots: [], timestamp });
      return true;
    } catch (error) {
      if (isCode(error, 'rollback')) throw error;
      return false;
    }
  }

  /**
   * Takes another release, file by file: with some 4 KB all of it crosses a connection that freezes after 16, as a bundle
   * does not. Newer roots are asked for where the known one does not fit any more.
   */
  async #take(get: Get, timestamp: Bytes): Promise<void> {
    const files = await fetchHead(get, timestamp);
    try {
      await this.#accept(files);
      if (!this.head?.expired.includes('root')) return;
    } catch (error) {
      if (!isCode(error, 'threshold')) throw error;
    }
    const known = (this.#files?.roots.length ?? 0) + 1;
    await this.#accept({ ...files, roots: await fetchRoots(get, known) });
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
    return verifyHead(files, trust, { now: now(), verifySignature });
  }
}

const isCode = (error: unknown, code: ReleaseErrorCode): boolean =>
  error instanceof ReleaseError && error.code === code;
