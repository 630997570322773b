import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  fetchHead,
  LeafRow,
  listLeaves,
  loadState,
  nextMirrors,
  openFolder,
  publishedFolder,
  readNodesFrom,
  type ReleaseState,
  SourceError,
  startWith,
  toRoot,
  verifyState,
} from '@tamizdat/release';
import { stampTree } from '@tamizdat/tree';
import { type Mirror, parseRelease, ReleaseError, type Trust } from '@tamizdat/verify';
import { loadSigned } from '../release/signed-index.ts';

/** What a release would be made of. */
export interface Signable {
  /** Folder of the finished tree. */
  tree: string;
  /** Folder of the history of releases. */
  state: string;
  roots: Uint8Array<ArrayBuffer>[];
  mirrors: readonly Mirror[];
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * Whether the newest release is of this tree, these roots and these mirrors, stands whole in the tree’s `release/`, and
 * what it says is not past its time: another one would be the same with a higher number. A timestamp that is past its
 * time alone is for `refresh`.
 * @returns what the release is; undefined where one is to be made
 * @throws ToldError where the history cannot be read
 */
export async function isSigned(signable: Signable): Promise<Trust | undefined> {
  const { tree, state, roots, mirrors, now } = signable;
  const loaded = loadState(state);
  if (loaded === undefined || loaded.head.roots.length !== roots.length) return undefined;
  const { head } = loaded;
  const { number } = parseRelease(head.release);
  // A list that is left to a role of its own needs no release: “mirrors sign” and “watch” sign it.
  const isListSigned = head.addresses !== undefined || nextMirrors(head, mirrors) === head.mirrors;
  if (!isListSigned) return undefined;
  if (!(await isCurrent(loaded, signable))) return undefined;
  const trust = await readTrust(tree, roots, now);
  return trust?.release === number && isSameTree(tree, state, loaded) ? trust : undefined;
}

async function isCurrent({ head }: ReleaseState, { roots, now }: Signable): Promise<boolean> {
  try {
    const { expired } = await verifyState(head, roots, now);
    return !expired.includes('targets') && !expired.includes('snapshot');
  } catch (error) {
    // What is wrong with it, the release says.
    if (error instanceof ReleaseError) return false;
    throw error;
  }
}

/**
 * What a tree’s `release/` says, verified. The file that says what is newest is written last: where it names a release,
 * all of it is there.
 * @returns undefined where there is no release of this outlet
 */
export async function readTrust(
  tree: string,
  roots: Signable['roots'],
  now: number,
): Promise<Trust | undefined> {
  try {
    const { head } = await fetchHead(openFolder(tree), { trust: startWith(roots) }, now);
    return head.trust;
  } catch (error) {
    if (error instanceof ReleaseError || error instanceof SourceError) return undefined;
    throw error;
  }
}

/** Reads what may differ alone: what was written right before it was signed, and what was touched since. */
function isSameTree(tree: string, state: string, { summary }: ReleaseState): boolean {
  const stamps = stampTree(tree, ['release']);
  if (summary.files !== stamps.size) return false;
  const read = readNodesFrom(publishedFolder(state));
  const signed = new LeafRow(listLeaves(toRoot(summary), read).leaves, read);
  const isSigned = (name: string): boolean => {
    const file = signed.findFrom(name);
    return stamps.has(name) && file?.path === name && file.hash === hashOf(tree, name);
  };
  return (loadSigned(state, stamps)?.changed ?? [...stamps.keys()]).every(isSigned);
}

const hashOf = (tree: string, name: string): string =>
  createHash('sha256')
    .update(readFileSync(path.join(tree, name)))
    .digest('hex');
