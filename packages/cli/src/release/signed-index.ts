import path from 'node:path';
import { isSettled, writeWhole } from '@tamizdat/files';
import {
  loadState,
  publishedFolder,
  readNodesFrom,
  type ReleaseState,
  surveyTree,
} from '@tamizdat/release';
import { compareStamps, isSameButForLinks, stampFiles, type TreeStamps } from '@tamizdat/tree';
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

/** What may differ from what was signed last. */
export interface SinceSigned extends Pick<DescribedBuild, 'takenBack'> {
  /** Paths of files that are new, gone, or may have other bytes. */
  changed: string[];
}

/**
 * Says what may differ from what was signed last. A run may have been killed between state and record, and the record
 * may have come with a cache or a branch: it counts where it is that of the state's tree, names nothing outside it,
 * and was written on this machine, which no other can feign (`writeStamp`). What is gone follows from the signed tree.
 * @param stamps Of the tree as it is now.
 * @returns undefined where there is no such record: everything is to be read, and nothing known to be taken back before
 * @throws ReleaseError `node-mismatch`
 */
export function loadSigned(state: string, stamps: TreeStamps): SinceSigned | undefined {
  const index = loadSaved<SignedIndex>(placeOf(state), FORMAT, isIndex);
  const summary = loadState(state)?.summary;
  if (index === undefined || index.root !== summary?.root) return undefined;
  const signed = listSigned(state, summary);
  if (!isOwn(index.files, signed, stamps)) return undefined;
  const gone = [...signed].filter((path) => !stamps.has(path));
  const changed = new Set([...compareStamps(index.files, stamps), ...gone]);
  return { takenBack: index.takenBack, changed: [...changed].sort() };
}

/** Lists the paths of the tree that was signed last, from its hash down. */
function listSigned(state: string, { root }: ReleaseState['summary']): Set<string> {
  const { files } = surveyTree({ hash: root }, readNodesFrom(publishedFolder(state)));
  return new Set(files.map(({ path }) => path));
}

const isOwn = (files: TreeStamps, signed: ReadonlySet<string>, stamps: TreeStamps): boolean =>
  [...files.keys()].every((path) => signed.has(path)) &&
  [...files].some(([path, stamp]) => stamps.get(path) === stamp);

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
