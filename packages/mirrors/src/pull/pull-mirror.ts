import { saidBy } from '@tamizdat/problem';
import { createHash } from 'node:crypto';
import { mapBounded } from '@tamizdat/files';
import {
  type Finding,
  type Found,
  judgeFound,
  type Known,
  listHeadChecks,
  type MirrorSource,
  rememberTrust,
  SourceError,
} from '@tamizdat/release';
import { type FollowedList, type Head, ReleaseError } from '@tamizdat/verify';
import { DEFAULT_MAX_COPY_BYTES, OTHERS_TOLD, PULL_CONNECTIONS } from '../limits.ts';
import { ensureRoom, refuseLarge, roomOf } from './ensure-room.ts';
import { FileFetcher } from './fetch-file.ts';
import {
  fetchMirrors,
  fetchSignedHead,
  gatherRoots,
  type SignedHead,
} from './fetch-signed-head.ts';
import { TreeFetcher } from './fetch-tree.ts';
import { flush } from './flush.ts';
import { FollowedMirrors } from './followed-mirrors.ts';
import { loadServed, type ServedRelease } from './load-served.ts';
import { listByHash, listSteps, placeByHash } from './place-by-hash.ts';
import { fetchFiles, linkFiles, type PlaceOptions } from './place-files.ts';
import { placeHead } from './place-head.ts';
import { explainDisk } from './explain-fault.ts';
import { PulledFolder } from './pulled-folder.ts';
import { Staging } from './staging.ts';

export interface PullOptions {
  source: MirrorSource;
  folder: string;
  /** Who the publisher is: what is remembered, or what somebody named. */
  known: Exclude<Known, undefined>;
  fingerprint: string;
  /** Milliseconds since 1970. */
  now: number;
  /** Base address of this copy, put into the files that are flagged for it; without it they hold the origin's. */
  base?: string | undefined;
  maxBytes?: number;
  /** Whether the served release is judged and mended even where there is nothing new. */
  isRecheck?: boolean;
  onProgress?: ((progress: PullProgress) => void) | undefined;
}

export interface PullProgress {
  /** Files fetched, and to be fetched. */
  done: number;
  total: number;
  /** Bytes of these, as they were signed. */
  bytes: number;
  totalBytes: number;
}

/** What came of it, with the exit code of `tamizdat mirror pull`. The head is that of the source, where it was genuine. */
export interface Pull extends Found {
  exit: ReturnType<typeof judgeFound>;
  /** Whether another state is served now than before. */
  isSwitched: boolean;
  /** The number of the release served before, and of the one served now. */
  from: number | undefined;
  to: number | undefined;
  head: Head | undefined;
  findings: Finding[];
  /** Files and their bytes that were fetched, and that were taken over from the copy served before. */
  fetched: { files: number; bytes: number };
  taken: number;
  /** Files that the source shows other bytes for at their path, and that were had by their hash. */
  byHash: number;
  /** Addresses of other mirrors that programs may use, from the list in use (SPEC 9.15); and the number of a held one, 0 for none. */
  others: string[];
  heldList: number;
  spent: { requests: number; bytes: number };
}

/**
 * Makes a folder a verified copy of what a mirror serves, or brings it up to date. What is served is switched as a
 * whole, when all of it is there and judged; until then, and whatever goes wrong, the former copy stays.
 * @throws ToldError for what lies on this machine; errors of the file system
 */
export async function pullMirror(options: PullOptions): Promise<Pull> {
  const folder = new PulledFolder(options.folder);
  const outcome: Pull = {
    exit: 0,
    isSwitched: false,
    from: undefined,
    to: undefined,
    head: undefined,
    findings: [],
    unreachable: undefined,
    fetched: { files: 0, bytes: 0 },
    taken: 0,
    byHash: 0,
    others: [],
    heldList: 0,
    spent: options.source.spent,
  };
  try {
    folder.refuseForeign();
    folder.recover();
    await new Puller(folder, options, outcome).pull();
  } catch (error) {
    if (error instanceof SourceError) outcome.unreachable = saidBy(error);
    else if (error instanceof ReleaseError)
      outcome.findings.push({ code: error.code, ...error.detail });
    else {
      const explained = explainDisk(error, options.folder);
      if (explained !== error) folder.dropIncoming();
      throw explained;
    }
  }
  return { ...outcome, exit: judgeFound(outcome) };
}

class Puller {
  readonly #folder: PulledFolder;
  readonly #options: PullOptions;
  readonly #outcome: Pull;

  constructor(folder: PulledFolder, options: PullOptions, outcome: Pull) {
    this.#folder = folder;
    this.#options = options;
    this.#outcome = outcome;
  }

  async pull(): Promise<void> {
    const { source, known, fingerprint, now, maxBytes = DEFAULT_MAX_COPY_BYTES } = this.#options;
    const place = this.#folder.served;
    const served = place === undefined ? undefined : await loadServed(place, fingerprint, now);
    this.#outcome.from = this.#outcome.to = served?.release.number;
    const lists = new FollowedMirrors(this.#folder.memory, fingerprint);
    this.#noteList(lists.load());
    const signed = await fetchSignedHead(source, known, now);
    // Not before: a fingerprint with a slip in it must not stick to the folder.
    this.#folder.saveOutlet(fingerprint, this.#options.base);
    rememberTrust(this.#folder.memory, fingerprint, signed.head.trust);
    this.#noteList(lists.follow(signed.head.mirrors));
    this.#outcome.head = signed.head;
    if (this.#isServed(signed, served)) this.#folder.dropIncoming();
    else {
      refuseLarge(signed.head.release, maxBytes);
      await this.#fetch(signed, served, maxBytes);
    }
  }

  /** Notes where else the site can be had. */
  #noteList(list: FollowedList | undefined): void {
    const { base } = this.#options.source;
    const usable = (list?.mirrors ?? []).filter((one) => one.worker && one.base !== base);
    this.#outcome.others = usable.map((one) => one.base).slice(0, OTHERS_TOLD);
    this.#outcome.heldList = list?.held ?? 0;
  }

  #isServed({ bundle }: SignedHead, served: ServedRelease | undefined): boolean {
    if (served === undefined || this.#options.isRecheck) return false;
    return Buffer.compare(served.bundle, bundle) === 0 && this.#isSameKind();
  }

  /** Signed bytes, or one base address or another in what is flagged for it: a folder's name says which. */
  #isSameKind(): boolean {
    return this.#folder.servedName?.endsWith(`-${this.#kind}`) ?? false;
  }

  get #kind(): string {
    const { base } = this.#options;
    return base === undefined
      ? 'signed'
      : createHash('sha256').update(base).digest('hex').slice(0, 8);
  }

  async #fetch(signed: SignedHead, served: ServedRelease | undefined, maxBytes: number) {
    const { source, fingerprint, base } = this.#options;
    const { release } = signed.head;
    const staging = new Staging(this.#folder.incoming, served?.folder);
    // What somebody else put there, links on the way above all, goes before anything is read or written.
    staging.prune(() => true);
    const trees = new TreeFetcher(source, staging, signed.nodes);
    const files = await trees.fetch(release);
    const byPath = new Map(files.map((file) => [file.path, file]));
    staging.prune((path) => byPath.has(path) || path.startsWith('release/'));
    const options: PlaceOptions = {
      staging,
      fetcher: new FileFetcher(source, staging, release),
      served: served && { ...served, files: this.#listTaken(served) },
      origin: release.origin,
      base,
    };
    if (!(await this.#fetchFiles(files, options))) return;
    const steps = await listSteps(trees, release, staging.folder);
    // Former bytes are a help to few: they never take the room that the site itself needs.
    const budget = Math.min(maxBytes - release.tree.bytes, roomOf(this.#folder.folder));
    await placeByHash(listByHash(steps, release), { ...options, files: byPath, budget });
    if (release.removed) await trees.fetchStored(release.removed.sha256, release.removed.size);
    this.#outcome.byHash = options.fetcher.byHash;
    const roots = await gatherRoots(signed, fingerprint, staging, source);
    await placeHead(staging, signed, roots, await fetchMirrors(signed, source));
    await this.#judgeHead(signed);
    staging.prune();
    await flush(staging.folder);
    this.#folder.switchTo(this.#kind);
    this.#outcome.isSwitched = true;
    this.#outcome.to = release.number;
  }

  /**
   * Looks at the source's own files of the head, which the copy does not need: they are part of the mirror, and what is
   * said of that is what everybody says. One that is kept back, or is still that of an earlier release, keeps nothing
   * from being copied.
   */
  async #judgeHead(signed: SignedHead): Promise<void> {
    const { source, fingerprint } = this.#options;
    await mapBounded(
      listHeadChecks(source, signed, fingerprint),
      PULL_CONNECTIONS,
      async ({ judge }) => {
        try {
          await judge();
        } catch (error) {
          if (error instanceof SourceError) this.#outcome.unreachable = saidBy(error);
          else if (error instanceof ReleaseError && error.code === 'stale')
            this.#outcome.findings.push({ ...error.detail, code: error.code });
          else throw error;
        }
      },
    );
  }

  /** Files of the served release whose bytes are those wanted now. */
  #listTaken({ files }: ServedRelease): ServedRelease['files'] {
    if (this.#isSameKind()) return files;
    return new Map([...files].filter(([, { rebased }]) => !rebased));
  }

  /** @returns whether all are there */
  async #fetchFiles(files: Parameters<typeof linkFiles>[0], options: PlaceOptions) {
    const { onProgress } = this.#options;
    const { fetched } = this.#outcome;
    const wanted = await linkFiles(files, options);
    ensureRoom(this.#folder.folder, wanted);
    this.#outcome.taken = files.length - wanted.length;
    const totalBytes = wanted.reduce((sum, { size }) => sum + size, 0);
    this.#outcome.findings = await fetchFiles(wanted, options, ({ size }) => {
      fetched.files++;
      fetched.bytes += size;
      onProgress?.({ done: fetched.files, total: wanted.length, bytes: fetched.bytes, totalBytes });
    });
    return this.#outcome.findings.length === 0;
  }
}
