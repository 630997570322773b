import {
  listPieces,
  type LocatedFile,
  locateFile,
  ReleaseError,
  verifyFile,
  type VerifySignature,
} from '@tamizdat/verify';
import {
  ATTEMPT_MS,
  HEAD_FRESH_MS,
  KEPT_AFTER_MS,
  MAX_ADDED,
  MAX_PIECE_TRIES,
  PATIENCE_MS,
  PIECE_PAUSE_MS,
} from '../../limits.ts';
import type { Store } from '../kept/store.ts';
import type { GenuineFile } from '../kept/kept-file.ts';
import { KeptFiles } from '../kept/kept-files.ts';
import { KnownHead } from '../known/known-head.ts';
import { NodeShelf } from '../known/node-shelf.ts';
import { loadNotes, type Notes, saveNotes } from '../known/notes.ts';
import type { Settings } from '../settings.ts';
import { hostOf } from '../sources/base-of.ts';
import { isFrozen, isRecent } from '../sources/order-sources.ts';
import { Spent } from '../sources/read-answer.ts';
import { type Attempt, NoSource, race } from '../sources/race.ts';
import { fetchGenuine, type Source } from './fetch-genuine.ts';
import { fetchPiece } from './fetch-piece.ts';
import { Sources, type SourcesOptions } from './sources.ts';

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
}

/** The worker without the browser: finds genuine files, and remembers what is needed to find them again. */
export class Reader {
  readonly known: KnownHead;
  readonly kept: KeptFiles;
  readonly nodes: NodeShelf;
  readonly options: ReaderOptions;
  notes!: Notes;
  sources!: Sources;
  /** Milliseconds that reading and verifying took of the last file that was kept, for measurements. */
  verifyMs = 0;
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
      this.notes = await loadNotes(this.options.store);
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
    await this.#ask(true, ({ get }) => this.known.refresh(get));
  }

  /**
   * Finds a file of the newest release; where no source has it, what is kept of it.
   * @param isPage A page goes before pictures, and is kept waiting no longer than a reader waits.
   * @throws ReleaseError `not-in-tree`; NoSource
   */
  async find(path: string, isPage: boolean): Promise<Shown> {
    await this.load();
    const now = this.options.now();
    const kept = await this.kept.find(path, now);
    this.verifyMs = this.options.now() - now;
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
    await sources.queue.run(hostOf(base), true, () => known.refresh(sources.getFrom(base, signal)));
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

  /** Forgets everything, on the disk and in memory. */
  async forget(): Promise<void> {
    await this.options.store.clear();
  }

  async #fetch(path: string, isPage: boolean, kept: GenuineFile | undefined): Promise<Shown> {
    const atHand = (hash: string) => (kept?.file.hash === hash ? kept.bytes : undefined);
    const { found, base } = await this.#askOften(isPage, async (source) => ({
      found: await fetchGenuine(
        path,
        source,
        this.known,
        this.nodes,
        atHand,
        this.#isBehind(),
        this.#isFrozen(),
      ),
      base: source.base,
    }));
    const genuine = 'leaf' in found ? await this.#fetchPieces(found) : found;
    const { settings, scope, now } = this.options;
    if (settings.days > 0 && !this.notes.isKeepingNothing)
      await this.kept.keep(path, genuine, now(), false);
    const from = base === scope ? 'scope' : 'mirror';
    return this.#describe(genuine, from, base, this.known.head?.release.number ?? 0);
  }

  /** Gets a file piece by piece, one at a time of all files, from whoever was asked least lately. */
  async #fetchPieces(located: LocatedFile): Promise<GenuineFile> {
    const { file } = located;
    const bytes = new Uint8Array(file.size);
    for (const piece of listPieces(located)) {
      const part = await this.sources.queue.run('', false, () =>
        this.#askOften(false, (source) => fetchPiece(piece, located, source, this.nodes)),
      );
      if (part.length === file.size) return { file, bytes: part };
      bytes.set(part, piece.offset);
    }
    return { file, bytes: await verifyFile(file, bytes) };
  }

  /** Asks for what is no page until it comes, where connections freeze: browsers let go of those after a while. */
  async #askOften<Result>(
    isPage: boolean,
    job: Job<Result>,
    left = MAX_PIECE_TRIES,
  ): Promise<Result> {
    try {
      return await this.#ask(isPage, job);
    } catch (error) {
      if (isPage || left < 1 || isNoPage(error) || !this.#isFrozen()) throw error;
      await new Promise((resolve) => setTimeout(resolve, PIECE_PAUSE_MS));
      return this.#askOften(isPage, job, left - 1);
    }
  }

  #isFrozen(): boolean {
    return isFrozen(this.notes, this.options.now());
  }

  #describe(
    { file, bytes }: GenuineFile,
    from: Shown['from'],
    base: string,
    release: number,
  ): Shown {
    const { head } = this.known;
    const isClockBehind = head?.isClockBehind === true;
    const isFresh = this.known.isFresh();
    const isOld =
      !isClockBehind && (release < (head?.release.number ?? 0) || (head?.expired.length ?? 1) > 0);
    return { file, bytes, from, base, release, isOld, isUnchecked: isClockBehind || !isFresh };
  }

  /**
   * Asks the sources in their order. One that knows of no recent release only counts when all others were asked: so a
   * mirror that serves last month for ever keeps nobody there.
   */
  async #ask<Result>(isUrgent: boolean, job: Job<Result>): Promise<Result> {
    const { sources, known } = this;
    const tried = new Set<string>();
    const behind: Result[] = [];
    let lastError: unknown;
    const next = (): string | undefined => {
      sources.takeList(known);
      const base = sources.next(known, tried, isUrgent);
      if (base !== undefined) tried.add(base);
      return base;
    };
    const isFinal = (error: unknown) => isNoPage(error) && !this.#isBehind();
    const attempt: Attempt<Result> = (base, signal, begin) =>
      sources.queue.run(hostOf(base), isUrgent, async () => {
        signal.throwIfAborted();
        begin();
        try {
          const result = await job({ base, get: sources.getFrom(base, signal) });
          if (this.#isBehind()) behind.push(result);
          else {
            sources.noteGood(base);
            return result;
          }
        } catch (error) {
          lastError = error;
          if (!signal.aborted && !isNoPage(error) && !(error instanceof Spent))
            sources.noteBad(base);
          throw error;
        }
        throw new NoSource('old');
      });
    try {
      return await race(next, attempt, isFinal);
    } catch (error) {
      if (!(error instanceof NoSource)) throw error;
      if (behind[0] === undefined) throw isNoPage(lastError) ? lastError : error;
      this.#behindAt = this.options.now();
      return behind[0];
    } finally {
      sources.takeList(known);
      await saveNotes(this.options.store, this.notes);
    }
  }

  /** Whether other sources may know of a newer release, and were not all asked a short while ago. */
  #isBehind(): boolean {
    if (isRecent(this.#behindAt, HEAD_FRESH_MS, this.options.now())) return !this.known.head;
    return this.known.isOld() || !this.known.isFresh();
  }
}

/** What is asked of one source. */
type Job<Result> = (source: Source) => Promise<Result>;

/** Whether an error says that the newest release holds no such page. */
export const isNoPage = (error: unknown): boolean =>
  error instanceof ReleaseError && (error.code === 'not-in-tree' || error.code === 'bad-path');

function within<Result>(given: Promise<Result>, ms: number): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NoSource('late'));
    }, ms);
  });
  return Promise.race([given, late]).finally(() => {
    clearTimeout(timer);
  });
}
