import { hash } from 'node:crypto';
import path from 'node:path';
import { isSettled, readPlain, writeWhole } from '@tamizdat/files';
import { loadState } from '@tamizdat/release';
import { compareStamps, isSameButForLinks, stampFiles, type TreeStamps } from '@tamizdat/tree';
import type { DescribedBuild } from '../build/describe-build.ts';
import { MAX_RECORD_BYTES } from '../build/limits.ts';
import { isTakenBack, loadSaved, saveStamps } from '../build/saved-stamps.ts';
import { MAX_PROOF_BYTES } from './limits.ts';

/** What was signed last: files that still have these stamps need not be read again. */
export interface SignedIndex extends Pick<DescribedBuild, 'takenBack'> {
  /** Hash of the root of the tree that was signed. */
  root: string;
  files: TreeStamps;
  /** Paths of the other files: their stamps tell nothing. */
  unsettled: string[];
  /** As `makeRelease` gave them. */
  nodes: string[];
}

const FORMAT = 'tamizdat-signed-2';

const NAME = 'signed.json';
const placeOf = (state: string): string => path.join(state, NAME);
/** What {@link loadSigned} has to find to believe the record. */
const proofOf = (state: string): string => path.join(state, 'signed.stamp');

/** What may differ from what was signed last. */
export interface SinceSigned extends Pick<DescribedBuild, 'takenBack'> {
  /** Paths of files that are new, gone, or may have other bytes. */
  changed: string[];
  /** As the last `makeRelease` gave them. */
  nodes: ReadonlySet<string>;
}

/**
 * Says what may differ from what was signed last. A run may have been killed between state and record, and the record
 * may have come with a cache or a branch: it counts where it is that of the state's tree and still the file that this
 * machine wrote, which no other can feign (`writeStamp`).
 * @param stamps Of the tree as it is now.
 * @returns undefined where there is no such record: everything is to be read, and nothing known to be taken back before
 * @throws ReleaseError `node-mismatch`
 */
export function loadSigned(state: string, stamps: TreeStamps): SinceSigned | undefined {
  if (!isOwn(state)) return undefined;
  const index = loadSaved<SignedIndex>(placeOf(state), FORMAT, isIndex);
  if (index === undefined || index.root !== loadState(state)?.summary.root) return undefined;
  const gone = index.unsettled.filter((path) => !stamps.has(path));
  const changed = new Set([...compareStamps(index.files, stamps), ...gone]);
  const { takenBack, nodes } = index;
  return { takenBack, changed: [...changed].sort(), nodes: new Set(nodes) };
}

const isIndex = (index: Record<string, unknown>): index is Record<string, unknown> & SignedIndex =>
  typeof index['root'] === 'string' &&
  isTakenBack(index['takenBack']) &&
  [index['unsettled'], index['nodes']].every(isTexts);

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** Saves what was signed, and by what the file of it is known again. */
export function saveSigned(state: string, index: SignedIndex): void {
  writeWhole(placeOf(state), saveStamps(FORMAT, index));
  writeWhole(proofOf(state), prove(state));
}

/** The bytes of the record and the stamp of its file: of two writings within one tick of the clock the bytes differ. */
function prove(state: string): string {
  const bytes = readPlain(placeOf(state), MAX_RECORD_BYTES);
  return `${hash('sha256', bytes)} ${stampFiles(state, [NAME]).get(NAME) ?? ''}\n`;
}

function isOwn(state: string): boolean {
  try {
    return new TextDecoder().decode(readPlain(proofOf(state), MAX_PROOF_BYTES)) === prove(state);
  } catch {
    return false;
  }
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
