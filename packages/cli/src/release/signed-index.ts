import path from 'node:path';
import { isSettled, writeWhole } from '@tamizdat/files';
import { loadState } from '@tamizdat/release';
import { isSameButForLinks, stampFiles, type TreeStamps } from '@tamizdat/tree';
import type { DescribedBuild } from '../build/describe-build.ts';
import { isTakenBack, loadSaved, saveStamps } from '../build/saved-stamps.ts';

/** What was signed last: files that still have these stamps need not be read again. */
export interface SignedIndex extends Pick<DescribedBuild, 'takenBack'> {
  /** Hash of the root of the tree that was signed. */
  root: string;
  files: TreeStamps;
}

const FORMAT = 'tamizdat-signed-1';

const placeOf = (state: string): string => path.join(state, 'signed.json');

/** Loads what was signed last, if it is that of the present state: a run may have been killed between the two. */
export function loadSigned(state: string): SignedIndex | undefined {
  const index = loadSaved<SignedIndex>(placeOf(state), FORMAT, isIndex);
  return index && index.root === loadState(state)?.summary.root ? index : undefined;
}

const isIndex = (index: Record<string, unknown>): index is Record<string, unknown> & SignedIndex =>
  typeof index['root'] === 'string' && isTakenBack(index['takenBack']);

export function saveSigned(state: string, index: SignedIndex): void {
  writeWhole(placeOf(state), saveStamps(FORMAT, index));
}

/**
 * Gives the stamps of a tree after it was signed: signing links files, which alters their stamps. A file that changed
 * while it was read is left out.
 * @param before Stamps of the whole tree, taken before anything was read.
 * @param hashed Paths that were read.
 */
export function restamp(tree: string, before: TreeStamps, hashed: Iterable<string>): TreeStamps {
  const stamps: TreeStamps = new Map(before);
  const after = stampFiles(tree, hashed);
  for (const file of hashed) {
    const [was, is] = [before.get(file), after.get(file)];
    if (was && is && isSameButForLinks(was, is)) stamps.set(file, is);
    else stamps.delete(file);
  }
  return stamps;
}

/**
 * Leaves out files that may have changed shortly after they were read without another stamp to show for it.
 * @param moment Milliseconds since 1970 before anything was read.
 */
export function keepSettled(stamps: TreeStamps, moment: number): TreeStamps {
  return new Map([...stamps].filter(([, stamp]) => isSettled(stamp, moment)));
}
