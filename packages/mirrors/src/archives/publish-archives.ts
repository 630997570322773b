import { lstatSync } from 'node:fs';
import { withLock } from '@tamizdat/tree';
import type { MirrorTarget } from '../kinds/place.ts';
import type { Store } from '../kinds/store.ts';
import { explainFileFault } from '../kinds/file-faults.ts';
import { MirrorError } from '../mirror-error.ts';
import type { LocalRelease } from '../publish/local-release.ts';
import { describeFailure, type Failure } from '../publish/publish-all.ts';
import { retrying, sleep, type Wait } from '../publish/retry.ts';
import { listArchives, mayHoldTakenDown, readNote, writeNote } from './archive-note.ts';
import type { ArchivePlace, ArchiveTarget, CarPlace, TorrentPlace } from './archive-place.ts';
import { isSameCar, makeCar } from './car/make-car.ts';
import { makeTorrent, readSameTorrent } from './torrent/make-torrent.ts';
import { seedMirror } from './torrent/seed-mirrors.ts';

/** What became of one archive. */
export interface ArchiveReport {
  name: string;
  kind: ArchivePlace['kind'];
  /** Milliseconds that it took. */
  took: number;
  /** Left alone because nobody asked for it; made; the same was there; or, in a dry run, it would be made. */
  state: 'left' | 'made' | 'same' | 'planned';
  file: string;
  /** Bytes of the archive that was written; 0 where none was. */
  bytes: number;
  /** The release that it holds, if it is there. */
  release?: number;
  /** Of a CAR: the root's CID. */
  cid?: string;
  /** Of a torrent: its magnet link. */
  magnet?: string;
  /** Mirrors that were sent a torrent's archive. */
  seeded?: string[];
  /** Why it was not made; or, of a torrent, why a mirror does not hold it. */
  failures: Failure[];
}

export interface ArchiveOptions {
  dryRun: boolean;
  /** Opens the place of a mirror that holds a torrent's archive. */
  open: (target: MirrorTarget) => Store;
  wait?: Wait;
}

/**
 * Makes archives of a release, one after the other: those that were asked for, and those that hold what was taken down
 * since they were made. Never throws for an archive.
 */
export async function publishArchives(
  targets: readonly ArchiveTarget[],
  local: LocalRelease,
  options: ArchiveOptions,
): Promise<ArchiveReport[]> {
  const reports: ArchiveReport[] = [];
  for (const target of targets) reports.push(await publishOne(target, local, options));
  return reports;
}

type Done = Omit<ArchiveReport, 'name' | 'kind' | 'took' | 'file'>;

async function publishOne(
  { name, place, named }: ArchiveTarget,
  local: LocalRelease,
  options: ArchiveOptions,
): Promise<ArchiveReport> {
  const from = performance.now();
  const { kind, file } = place;
  const work = async (): Promise<Done> => {
    try {
      if (!named && !isSuspect(place, local)) return leave(file);
      if (options.dryRun) return plan(place, local);
      return await withLock(`${file}.lock`, () => make(place, local, options));
    } catch (error) {
      const told = explainSystem(error, file);
      return { state: 'left', bytes: 0, failures: [describeFailure(told, { reserve: false })] };
    }
  };
  const done = await work();
  return { name, kind, took: Math.round(performance.now() - from), file, ...done };
}

/** Whether something is there that may hold what was taken down. */
function isSuspect({ kind, file }: ArchivePlace, local: LocalRelease): boolean {
  const isThere =
    lstatSync(file, { throwIfNoEntry: false }) !== undefined ||
    (kind === 'torrent' && listArchives(file).length > 0);
  return isThere && mayHoldTakenDown(readNote(file), local);
}

/** Says in words what the system refused beside the archive itself: the lock, for one. */
function explainSystem(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  return explainFileFault(error, (error as NodeJS.ErrnoException).path ?? file, 'archive');
}

function leave(file: string): Done {
  const release = readNote(file)?.release;
  return { state: 'left', bytes: 0, failures: [], ...(release === undefined ? {} : { release }) };
}

function plan(place: ArchivePlace, local: LocalRelease): Done {
  const isSame =
    place.kind === 'car'
      ? isSameCar(place, local)
      : readSameTorrent(place, local)?.note.leaving.length === 0;
  const release = local.tree.number;
  return { state: isSame ? 'same' : 'planned', bytes: 0, release, failures: [] };
}

const make = (place: ArchivePlace, local: LocalRelease, options: ArchiveOptions): Promise<Done> =>
  place.kind === 'car' ? makeOneCar(place, local) : makeOneTorrent(place, local, options);

async function makeOneCar(place: CarPlace, local: LocalRelease): Promise<Done> {
  const { made, cid, size } = await makeCar(place, local);
  const release = local.tree.number;
  const bytes = made ? size : 0;
  return { state: made ? 'made' : 'same', bytes, release, cid, failures: [] };
}

async function makeOneTorrent(
  place: TorrentPlace,
  local: LocalRelease,
  { open, wait = sleep }: ArchiveOptions,
): Promise<Done> {
  const made = await makeTorrent(place, local);
  const { note } = made;
  const seeded: string[] = [];
  const failures: Failure[] = [];
  for (const seed of place.seeds) {
    let store: Store | undefined;
    try {
      store = retrying(open(seed), wait);
      const { sent, deleted } = await seedMirror(store, place, made);
      if (sent + deleted > 0) seeded.push(seed.name);
    } catch (error) {
      failures.push(explainSeed(error, seed));
    } finally {
      await store?.close();
    }
  }
  if (failures.length === 0 && note.leaving.length > 0)
    writeNote(place.file, { ...note, leaving: [] });
  const state = made.made || seeded.length > 0 ? 'made' : 'same';
  const { release, name: magnet } = note;
  return { state, bytes: made.made ? note.size : 0, release, magnet, seeded, failures };
}

/** A mirror that does not hold the archive: the others, and those who share it, still do. */
function explainSeed(error: unknown, seed: MirrorTarget): Failure {
  const failure = describeFailure(error, seed);
  if (!(error instanceof MirrorError)) return failure;
  const { message, ru } = failure;
  return {
    ...failure,
    message: `The mirror “${seed.name}”: ${message}`,
    ru: { ...ru, message: `Зеркало «${seed.name}»: ${ru.message}` },
  };
}
