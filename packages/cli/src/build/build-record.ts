import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '@tamizdat/files';
import { compareStamps, type TreeStamps } from '@tamizdat/tree';
import { stateFolder } from '../repository/folders.ts';
import { loadSaved, saveStamps } from './saved-stamps.ts';
import type { DescribedBuild } from './describe-build.ts';

/** What a build leaves for the release of its tree, outside it. */
export interface BuildRecord extends DescribedBuild {
  /** Every file as the build left it, checked. */
  files: TreeStamps;
}

const FORMAT = 'tamizdat-build-1';

/** Forgets what is known of a tree. */
export function forgetBuild(tree: string): void {
  rmSync(placeOf(tree), { force: true });
}

export function saveBuild(tree: string, record: BuildRecord): void {
  writeWhole(placeOf(tree), saveStamps(FORMAT, record));
}

/** Loads what the last build said of a tree, and the paths that are not as it left them; undefined where it said nothing. */
export function loadBuild(
  tree: string,
  stamps: TreeStamps,
): { record: BuildRecord; changed: string[] } | undefined {
  const record = loadSaved(placeOf(tree), FORMAT) as BuildRecord | undefined;
  return record && { record, changed: compareStamps(record.files, stamps) };
}

/** Named by the way to the tree, so that a repository can be moved together with it. */
function placeOf(tree: string): string {
  const way = path.relative(stateFolder, resolveTree(tree)).split(path.sep).join('/');
  const name = createHash('sha256').update(way).digest('hex').slice(0, 16);
  return path.join(stateFolder, 'builds', `${name}.json`);
}

function resolveTree(tree: string): string {
  try {
    return realpathSync(tree);
  } catch {
    // The first build makes it.
    return path.resolve(tree);
  }
}
