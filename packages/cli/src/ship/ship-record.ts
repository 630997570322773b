import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isMissing, readPlain, writeWhole } from '@tamizdat/files';
import type { MirrorTarget } from '@tamizdat/mirrors';
import { RECORD_MAX_BYTES } from './limits.ts';

/**
 * How far the newest release has come: what `ship` need not do again. Everything else it sees for itself. Names of
 * mirrors are hashes: nothing in it tells where a reserve mirror is.
 */
export interface ShipRecord {
  /** What was kept, and where, as `keepMark` gives it. */
  kept?: string;
  /** The head, as `headMark` gives it, with which all archives were as they should be. */
  archived?: string;
  /** The head that each mirror was verified to have. */
  verified: Record<string, string>;
}

/** The lock that is held while a run is at work with a record. */
export const shipLock = (file: string): string => `${file}.lock`;

const FORMAT = 'tamizdat-ship-1';

/** Loads the record. One that is missing, or not of this form, says nothing: then all is looked at again. */
export function loadShipRecord(file: string): ShipRecord {
  try {
    const saved: unknown = JSON.parse(new TextDecoder().decode(readPlain(file, RECORD_MAX_BYTES)));
    return isRecord(saved) ? saved : { verified: {} };
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return { verified: {} };
    throw error;
  }
}

function isRecord(saved: unknown): saved is ShipRecord {
  if (typeof saved !== 'object' || saved === null || !('verified' in saved)) return false;
  const { format, kept, archived, verified } = saved as Record<string, unknown>;
  return (
    format === FORMAT &&
    [kept, archived].every((mark) => mark === undefined || typeof mark === 'string') &&
    typeof verified === 'object' &&
    verified !== null &&
    Object.values(verified).every((mark) => typeof mark === 'string')
  );
}

export function saveShipRecord(file: string, record: ShipRecord): void {
  writeWhole(file, `${JSON.stringify({ format: FORMAT, ...record }, undefined, 2)}\n`);
}

/** Names the head that stands in a released tree: with another release, list of mirrors or timestamp it is another. */
export const headMark = (tree: string): string =>
  sha256(readFileSync(path.join(tree, 'release/bundle.json')));

/** Names a head and the branch on which it is kept. */
export const keepMark = (head: string, remote: string, branch: string): string =>
  sha256(JSON.stringify([head, remote, branch]));

/** Where the record is. @param state Folder of the history of releases. */
export const shipRecordOf = (state: string): string => path.join(path.dirname(state), 'ship.json');

/** Whether a mirror was not yet seen to have a head: others’ copies are not ours to send to. */
export const isPending = (record: ShipRecord, target: MirrorTarget, head: string): boolean =>
  target.place.kind !== 'copied' && record.verified[mirrorMark(target)] !== head;

/** Names a mirror by its place and address. */
export const mirrorMark = ({ base, place }: MirrorTarget): string =>
  sha256(JSON.stringify([base, place]));

const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');
