import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { PUBLIC, readPlain, writeWhole } from '@tamizdat/files';
import { explainFileFault } from '../kinds/file-faults.ts';
import { MAX_NOTE_BYTES } from '../limits.ts';
import type { LocalRelease } from '../publish/local-release.ts';

/** What stands beside an archive, for the next run and for people: which release it holds, and its names. */
export interface ArchiveNote {
  /** The release's number. */
  release: number;
  /** What it was made from: equal for two archives that would be the same. */
  source: string;
  /** Bytes of the archive. */
  size: number;
  /** CID of a CAR, magnet link of a torrent. */
  name: string;
  /** Archives of a torrent, the newest last. */
  archives: string[];
  /** Earlier ones that may still be on mirrors, to be deleted there. */
  leaving: string[];
}

const TYPE = 'tamizdat-archive';

const noteOf = (file: string): string => `${file}.json`;

/**
 * Reads the note beside an archive. Archives may stand where others can write: undefined where there is none, or it
 * cannot be read, or it is something else.
 */
export function readNote(file: string): ArchiveNote | undefined {
  try {
    const bytes = readPlain(noteOf(file), MAX_NOTE_BYTES);
    const value = JSON.parse(new TextDecoder().decode(bytes)) as unknown;
    return isNote(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the note beside an archive: last, so that it speaks of nothing that is not there. */
export function writeNote(file: string, note: ArchiveNote): void {
  try {
    writeWhole(noteOf(file), `${JSON.stringify({ _type: TYPE, ...note }, undefined, 2)}\n`, {
      modes: PUBLIC,
    });
  } catch (error) {
    throw explainFileFault(error, file, 'archive');
  }
}

function isNote(value: unknown): value is ArchiveNote {
  if (typeof value !== 'object' || value === null) return false;
  const { _type, release, source, size, name, archives, leaving } = value as Record<
    string,
    unknown
  >;
  return (
    _type === TYPE &&
    Number.isSafeInteger(release) &&
    typeof source === 'string' &&
    Number.isSafeInteger(size) &&
    typeof name === 'string' &&
    [archives, leaving].every(isNameList)
  );
}

const isNameList = (value: unknown): boolean =>
  Array.isArray(value) && value.every((name) => typeof name === 'string' && isArchiveName(name));

/** Names that a torrent gives its archives: nothing else is ever deleted. */
export const isArchiveName = (name: string): boolean =>
  /^[A-Za-z0-9][\w.-]*-\d+-[0-9a-f]{12}\.zip$/.test(name);

/** Lists the archives of a torrent that stand beside it, in order of their names, whatever its note says. */
export function listArchives(file: string): string[] {
  const start = `${basename(file, '.torrent')}-`;
  const entries = existsSync(dirname(file)) ? readdirSync(dirname(file)) : [];
  const isOne = (name: string): boolean =>
    name.startsWith(start) && /^\d+-[0-9a-f]{12}\.zip$/.test(name.slice(start.length));
  return entries.filter((name) => isArchiveName(name) && isOne(name)).sort();
}

/** Whether an archive may hold what was taken down: also where its note is lost, or of a release yet to come. */
export function mayHoldTakenDown(
  note: ArchiveNote | undefined,
  { release: { removed }, tree: { number } }: LocalRelease,
): boolean {
  return (
    removed !== null &&
    (note === undefined || note.release < removed.number || note.release > number)
  );
}

/** Bytes of a file; undefined where there is none, or something else. */
export function sizeOf(file: string): number | undefined {
  const entry = lstatSync(file, { throwIfNoEntry: false });
  return entry?.isFile() ? entry.size : undefined;
}
