import { isStamp, readPlain } from '@tamizdat/files';
import { isRecord } from '@tamizdat/problem';
import type { TreeStamps } from '@tamizdat/tree/stamps';
import type { DescribedBuild } from './describe-build.ts';
import { MAX_RECORD_BYTES } from './limits.ts';

/** Writes a record with the stamps of files, for {@link loadSaved}. */
export function saveStamps(format: string, record: { files: TreeStamps }): string {
  return `${JSON.stringify({ format, ...record, files: [...record.files] })}\n`;
}

/** Everything that a record may hold besides its stamps: as untrusted as whatever wrote the file. */
type Unproved = { files: TreeStamps } & Record<string, unknown>;

/**
 * Loads a record with stamps of files. It may have come with a cache from another machine: one that cannot be read, is
 * of another version, or is not of the form that is written here is no record, and all that is lost is work.
 * @param is Whether all but the stamps has the form of such a record.
 */
export function loadSaved<Saved extends { files: TreeStamps }>(
  place: string,
  format: string,
  is: (record: Unproved) => record is Unproved & Saved,
): Saved | undefined {
  let saved: unknown;
  try {
    saved = JSON.parse(new TextDecoder().decode(readPlain(place, MAX_RECORD_BYTES)));
  } catch {
    return undefined;
  }
  if (!isRecord(saved) || saved['format'] !== format || !isStamps(saved['files'])) return undefined;
  const record = { ...saved, files: new Map(saved['files']) };
  return is(record) ? record : undefined;
}

/** A tree without any file is none that was built or signed. */
const isStamps = (value: unknown): value is [string, string][] =>
  Array.isArray(value) && value.length > 0 && value.every(isStamped);

const isStamped = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && isStamp(value[1]);

/** Whether pages are named that stand where an article was. */
export const isTakenBack = (value: unknown): value is DescribedBuild['takenBack'] =>
  isRecord(value) &&
  Object.values(value).every((kind) => kind === 'notice' || kind === 'tombstone');
