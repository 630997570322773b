import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PUBLIC, writeWhole } from '@tamizdat/files';
import { isMissing } from '@tamizdat/release';
import { explainFileFault } from '../kinds/file-faults.ts';
import { MAX_NOTE_BYTES } from '../limits.ts';

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

/** Reads the note beside an archive; undefined where there is none, or something else. */
export function readNote(file: string): ArchiveNote | undefined {
  try {
    const value = JSON.parse(readText(noteOf(file))) as unknown;
    return isNote(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || isMissing(error)) return undefined;
    throw explainFileFault(error, file, 'archive');
  }
}

function readText(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(fstatSync(handle).size, MAX_NOTE_BYTES));
    return bytes.toString('utf8', 0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
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
