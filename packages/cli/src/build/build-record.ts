import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '@tamizdat/files';
import { compareStamps, type TreeStamps } from '@tamizdat/tree/stamps';
import { isBaseAddress } from '@tamizdat/verify';
import { cacheFolder } from '../repository/folders.ts';
import { isMadeOf, type MadeOf } from '../stale/made-of.ts';
import { isSeen, type Seen } from './seen.ts';
import { Remembered } from './remembered.ts';
import { isTakenBack, loadSaved, saveStamps } from './saved-stamps.ts';
import type { DescribedBuild } from './describe-build.ts';

/** What a build leaves for the release of its tree, outside it. */
export interface BuildRecord extends DescribedBuild {
  /** Digest of everything that the tree was made of. */
  inputs?: string;
  /** The content that it was made of. */
  content?: MadeOf;
  /** What else it saw. */
  seen?: Seen;
  /** What `saveRendering` gave for what its rendering noted. */
  rendering?: string;
  /** Every file as the build left it, checked. */
  files: TreeStamps;
}

const FORMAT = 'tamizdat-build-3';

/** Forgets what is known of a tree. */
export function forgetBuild(tree: string, state = cacheFolder): void {
  rmSync(placeOf(tree, state), { force: true });
}

export function saveBuild(tree: string, record: BuildRecord, state = cacheFolder): void {
  const place = placeOf(tree, state);
  writeWhole(place, saveStamps(FORMAT, record));
  records.keep(place, record);
}

const records = new Remembered<BuildRecord>();

/** Loads what the last build said of a tree, and the paths that are not as it left them; undefined where it said nothing. */
export function loadBuild(
  tree: string,
  stamps: TreeStamps,
  state = cacheFolder,
): { record: BuildRecord; changed: string[] } | undefined {
  const record = loadRecord(tree, state);
  return record && { record, changed: compareStamps(record.files, stamps) };
}

/** Loads what the last build said of a tree, which somebody may have touched since; undefined where it said nothing. */
export function loadRecord(tree: string, state = cacheFolder): BuildRecord | undefined {
  const place = placeOf(tree, state);
  return records.load(place, () => loadSaved<BuildRecord>(place, FORMAT, isRecord));
}

const isRecord = (
  record: Record<string, unknown>,
): record is Record<string, unknown> & BuildRecord =>
  isText(record['clock'], /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) &&
  isBaseAddress(record['origin']) &&
  typeof record['preview'] === 'boolean' &&
  (record['fingerprint'] === undefined || isText(record['fingerprint'], /^[0-9a-f]{64}$/)) &&
  (record['inputs'] === undefined || isText(record['inputs'], /^[0-9a-f]{64}$/)) &&
  (record['rendering'] === undefined ||
    isText(record['rendering'], /^[0-9a-f]{64}(?: -?\d{1,20}){4}$/)) &&
  (record['content'] === undefined || isMadeOf(record['content'])) &&
  (record['seen'] === undefined || isSeen(record['seen'])) &&
  isTakenBack(record['takenBack']);

const isText = (value: unknown, form: RegExp): boolean =>
  typeof value === 'string' && form.test(value);

const placeOf = (tree: string, state: string): string => `${nameBuild(tree, state)}.json`;

/** Where what is known of a tree is kept, without an extension: named by the way there, so that both can be moved together. */
export function nameBuild(tree: string, state: string): string {
  const way = path.relative(state, resolveTree(tree)).split(path.sep).join('/');
  const name = createHash('sha256').update(way).digest('hex').slice(0, 16);
  return path.join(state, 'builds', name);
}

function resolveTree(tree: string): string {
  try {
    return realpathSync(tree);
  } catch {
    // The first build makes it.
    return path.resolve(tree);
  }
}
