import { type LocatedFile, type Piece, locateFile, type VerifySignature } from '@tamizdat/verify';
import {
  ATTEMPT_MS,
  HEAD_FRESH_MS,
  KEPT_AFTER_MS,
  MAX_ADDED,
  MAX_HELD_BYTES,
  MAX_PIECE_TRIES,
  PATIENCE_MS,
  PIECE_PAUSE_MS,
} from '../../limits.ts';
import type { Bytes } from '../bytes.ts';
import type { Store } from '../kept/store.ts';
import type { GenuineFile } from '../kept/kept-file.ts';
import { KeptFiles } from '../kept/kept-files.ts';
import type { Source } from '../known/fetch-head.ts';
import { KnownHead } from '../known/known-head.ts';
import { NodeShelf } from '../known/node-shelf.ts';
import { loadNotes, type Notes, saveNotes } from '../known/notes.ts';
import type { Settings } from '../settings.ts';
import { hostOf } from '../sources/base-of.ts';
import { isFrozen, isRecent } from '../sources/order-sources.ts';
import { Spent } from '../sources/read-answer.ts';
import { type Attempt, NoSource, race } from '../sources/race.ts';
import { fetchByHash, fetchGenuine } from './fetch-genuine.ts';
import { fetchPieces } from './fetch-pieces.ts';
import { isNoPage } from './is-no-page.ts';
import { type GetPart, joinParts, partsOf } from './parts-of.ts';
import { Sources, type SourcesOptions } from './sources.ts';
import { within } from './within.ts';

export interface ReaderOptions extends SourcesOptions {
  settings: Settings;
  store: Store;
  /** For browsers whose WebCrypto lacks Ed25519. */
  verifySignature?: VerifySignature | undefined;
}

/** A file as it is shown, and what is to be said of it. */
export interface Shown extends GenuineFile {
  /** Where it came from; `kept` where no source answered. */
  from: 'scope' | 'mirror' | 'kept';
  base: string;
  /** Number of the release that it is of. */
  release: number;
  /** It may be out of date: a newer release is known, or the newest known one was signed too long ago. */
  isOld: boolean;
  /** Nothing can be said of whether it is the newest. */
  isUnchecked: boolean;
  /** Of a long file, whose bytes are not here. */
  getPart?: GetPart;
}

/** The worker without the browser: finds genuine files, and remembers what is needed to find them again. */
export class Reader {
  readonly known: KnownHead;
  readonly kept: KeptFiles;
  readonly nodes: NodeShelf;
  readonly options: ReaderOptions;
  notes!: Notes;
  sources!: Sources;
  /** When all sources were asked and none knew of a recent release. */
  #behindAt = -Infinity;
  #loading: Promise<void> | undefined;

  constructor(options: ReaderOptions) {
    const { store, settings, now, verifySignature } = options;
    this.options = options;
    this.nodes = new NodeShelf(store);
    this.known = new KnownHead({
      store,
      now,
      fingerprint: settings.fingerprint,
      verifySignature,
    });
    this.kept = new KeptFiles(store, this.known, this.nodes, settings.days);
  }

  /** Reads what is remembered; the first call does it, all wait for it. */
  load(): Promise<void> {
    this.#loading ??= (async () => {
      await this.known.load();
      this.notes = await loadNotes(this.options.store, this.options.settings.mirrors);
      this.sources = new Sources(this.options, this.notes);
    })();
    return this.#loading;
  }

  /**
   * Learns the newest release from the reader's own address, else from whoever is known.
   * @throws NoSource where nobody has one that is the outlet's
   */
  async begin(): Promise<void> {
    await this.load();
    if (this.known.head) return;
    await this.#ask(true, () => Promise.resolve());
  }

  /**
   * Finds a file of the newest release; where no source has it, what is kept of it.
   * @param isPage A page goes before pictures, and is kept waiting no longer than a reader waits.
   * @throws ReleaseError `not-in-tree`; NoSource
   */
  async find(path: string, isPage: boolean): Promise<Shown> {
    await this.load();
    const kept = await this.kept.find(path, this.options.now());
    const shown = kept && this.#describe(kept, 'kept', this.options.scope, kept.release);
    // Known to be the newest a moment ago, and at hand.
    if (shown && this.known.isFresh() && kept.release === this.known.head?.release.number)
      return shown;
    const found = this.#fetch(path, isPage, kept);
    found.catch(() => undefined);
    if (!shown) return isPage ? within(found, PATIENCE_MS) : found;
    return within(found, KEPT_AFTER_MS)
      .catch((error: unknown) => {
        // A newer release is known by now: what is kept is shown only if that does not come either.
        if (isNoPage(error) || kept.release === this.known.head?.release.number) throw error;
        return within(found, KEPT_AFTER_MS);
      })
      .catch((error: unknown) => {
        if (isNoPage(error)) throw error;
        return this.#describe(kept, 'kept', this.options.scope, kept.release);
      });
  }

  /**
   * Tries a mirror that the reader named: takes it where it has a release of the outlet's.
   * @throws where it has none
   */
  async tryMirror(base: string): Promise<void> {
    await this.load();
    const { sources, known, notes, options } = this;
    const signal = AbortSignal.timeout(ATTEMPT_MS);
    await sources.queue.run(hostOf(base), true, () =>
      known.refresh({ base, get: sources.getFrom(base, signal), isAsked: true }),
    );
    notes.added = [base, ...notes.added.filter((one) => one !== base)].slice(0, MAX_ADDED);
    sources.noteGood(base);
    sources.takeList(known);
    await saveNotes(options.store, notes);
  }

  /** Bytes of a file of the newest release, as the tree says it. */
  async sizeOf(path: string): Promise<number> {
    return this.#ask(false, async ({ get }) => {
      const { known, nodes } = this;
      if (!known.head) throw new NoSource();
      const find = (hash: string) => nodes.find(hash, get);
      return (await locateFile(path, known.head.release, find)).file.size;
    });
  }

  /**
   * Finds a file of a release that a page before the reader is of, where the newest holds it no more.
   * @throws where nobody has it: what was removed is gone
   */
  async findFormer(path: string, number: number): Promise<GenuineFile> {
    const head = await this.known.former(number);
    if (!head) throw new NoSource();
    return this.#ask(false, async ({ get }) => {
      const { file } = await locateFile(path, head.release, (hash) => this.nodes.find(hash, get));
      return { file, bytes: await fetchByHash(file, get) };
    });
  }

  async #fetch(path: string, isPage: boolean, kept: GenuineFile | undefined): Promise<Shown> {
    const { known, nodes } = this;
    const atHand: (GenuineFile & { base?: string })[] = kept ? [kept] : [];
    const find = (hash: string) => atHand.find(({ file }) => file.hash === hash);
    const { found, base } = await this.#askOften(isPage, async (source) => {
      const isFrozen = this.#isFrozen();
      const found = await fetchGenuine(path, source, known, nodes, find, isFrozen);
      const { base = source.base } = find(found.file.hash) ?? {};
      if ('bytes' in found) atHand.push({ ...found, base });
      return { found, base };
    });
    const from = base === this.options.scope ? 'scope' : 'mirror';
    const release = this.known.head?.release.number ?? 0;
    if (!('bytes' in found) && found.file.size > MAX_HELD_BYTES) {
      const { file } = found;
      const long = { file, bytes: new Uint8Array(), getPart: this.#partsOf(found) };
      return this.#describe(long, from, base, release);
    }
    const genuine = 'bytes' in found ? found : await joinParts(found.file, this.#partsOf(found));
    const { settings, now } = this.options;
    if (settings.days > 0 && !this.notes.isKeepingNothing)
      await this.kept.keep(path, genuine, now(), false);
    return this.#describe(genuine, from, base, release);
  }

  /** What gets parts of a file, one after the other of all files, from whoever was asked least lately. */
  #partsOf(located: LocatedFile): GetPart {
    const { sources, nodes } = this;
    const fetch = (pieces: Piece[]): Promise<Bytes> =>
      sources.queue.run('', false, () =>
        this.#askOften(false, (source) => fetchPieces(pieces, located, source, nodes), false),
      );
    return partsOf(located, fetch, () => this.#isFrozen());
  }

  /** Asks for what is no page until it comes, where connections freeze: browsers let go of those after a while. */
  async #askOften<Result>(
    isPage: boolean,
    job: Job<Result>,
    isHeadDue = true,
    left = MAX_PIECE_TRIES,
  ): Promise<Result> {
    try {
      return await this.#ask(isPage, job, isHeadDue);
    } catch (error) {
      if (isPage || left < 1 || isNoPage(error) || !this.#isFrozen()) throw error;
      await new Promise((resolve) => setTimeout(resolve, PIECE_PAUSE_MS));
      return this.#askOften(isPage, job, isHeadDue, left - 1);
    }
  }

  #isFrozen(): boolean {
    return isFrozen(this.notes, this.options.now());
  }

  #describe(genuine: GenuineFile, from: Shown['from'], base: string, release: number): Shown {
    const { head } = this.known;
    const isClockBehind = head?.isClockBehind === true;
    const isFresh = this.known.isFresh();
    const isOld =
      !isClockBehind && (release < (head?.release.number ?? 0) || (head?.expired.length ?? 1) > 0);
    return { ...genuine, from, base, release, isOld, isUnchecked: isClockBehind || !isFresh };
  }

  /**
   * Asks the sources in their order. What one has that knows of no recent release counts when all others were asked, so that a
   * mirror that serves last month for ever keeps nobody there; what a single mirror has, a while later.
   * @param isHeadDue Whether a source is asked for the newest release before anything else, where that is due.
   */
  async #ask<Result>(isUrgent: boolean, job: Job<Result>, isHeadDue = true): Promise<Result> {
    const { sources, known, options } = this;
    const tried = new Set<string>();
    const isBehind = (): boolean => isHeadDue && this.#isBehind();
    const attempt: Attempt<Result> = (base, signal, begin) =>
      sources.queue.run(hostOf(base), isUrgent, async () => {
        signal.throwIfAborted();
        begin();
        try {
          const source = { base, get: sources.getFrom(base, signal), isAsked: isBehind() };
          if (source.isAsked) await known.refresh(source);
          const result = await job(source);
          if (!isBehind()) sources.noteGood(base);
          return result;
        } catch (error) {
          if (!signal.aborted && !isNoPage(error) && !(error instanceof Spent))
            sources.noteBad(base);
          throw error;
        }
      });
    try {
      return await race(() => sources.next(known, tried, isUrgent), attempt, {
        isAnswer: isNoPage,
        isCertain: () => !isBehind(),
        isNearly: () => known.isFresh() && !known.isOld(),
        onHeld: () => (this.#behindAt = options.now()),
      });
    } finally {
      sources.takeList(known);
      await saveNotes(options.store, this.notes);
    }
  }

  /** Whether other sources may know of a newer release, and were not asked a short while ago. */
  #isBehind(): boolean {
    const { known, options } = this;
    if (isRecent(this.#behindAt, HEAD_FRESH_MS, options.now())) return !known.head;
    return known.isOld() || !known.isFresh() || !known.isConfirmed(options.scope);
  }
}

/** What is asked of one source. */
type Job<Result> = (source: Source) => Promise<Result>;
