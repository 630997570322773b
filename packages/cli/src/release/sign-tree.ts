import { fingerprintOf, loadState, type MadeRelease, makeRelease } from '@tamizdat/release';
import type { Mirror } from '@tamizdat/verify';
import { saveBuild } from '../build/build-record.ts';
import { isHeld } from '../mirrors/list-held.ts';
import type { ExaminedTree } from './examine-tree.ts';
import { listRemoved } from './list-removed.ts';
import { hasListKey, readKeyring } from './list-signers.ts';
import { openSigners } from './open-signers.ts';
import { keepSettled, loadSigned, restamp, saveSigned } from './signed-index.ts';

const ONLINE = ['targets', 'snapshot', 'timestamp'] as const;

export interface SignOptions {
  tree: string;
  /** Where the history of releases is kept. */
  state: string;
  /** Folder of the keys. */
  keys: string;
  /** All roots, ascending. */
  roots: Uint8Array<ArrayBuffer>[];
  mirrors: readonly Mirror[];
  /** Milliseconds since 1970. */
  now: number;
  /** Whether every file is read. */
  full: boolean;
}

export type Signed = MadeRelease & {
  fingerprint: string;
  /** Whether readers' programs keep the former list of mirrors in use (SPEC 9.15). */
  isListHeld: boolean;
};

/**
 * Signs a tree that was examined, reading only what may differ from what was signed last, and notes what was signed.
 * @throws ToldError; ReleaseError
 */
export async function signTree(examined: ExaminedTree, options: SignOptions): Promise<Signed> {
  const { tree, state, keys, roots, mirrors, now, full } = options;
  const { build, stamps, moment, altered } = examined;
  const former = loadState(state)?.head;
  const who = await readKeyring(roots, former);
  const list = hasListKey(who, keys, process.env) ? (['addresses'] as const) : [];
  const signers = await openSigners(keys, who.keyring, [...ONLINE, ...list]);
  const last = loadSigned(state, stamps);
  const changed = full ? undefined : last?.changed;
  const made = makeRelease({
    ...{ tree, state, roots, mirrors, now, keys: signers },
    clock: build.clock,
    origin: build.origin,
    listRemoved: (changes) => listRemoved(changes, build.takenBack, last?.takenBack),
    ...(changed === undefined ? {} : { changed }),
    ...(last === undefined ? {} : { nodes: last.nodes }),
    files: stamps.size,
  });
  const isTold = changed !== undefined && made.hashed < stamps.size;
  const files = restamp(tree, stamps, isTold ? changed : [...stamps.keys()]);
  const settled = keepSettled(files, moment);
  saveSigned(state, {
    root: made.release.tree.root,
    takenBack: build.takenBack,
    files: settled,
    unsettled: [...stamps.keys()].filter((file) => !settled.has(file)),
    nodes: [...made.nodes],
  });
  // Otherwise the links that were made would look like a change of the tree by hand.
  if (altered?.length === 0) saveBuild(tree, { ...build, files });
  const isListHeld = isHeld(former?.mirrors, made.head.mirrors);
  return { ...made, isListHeld, fingerprint: fingerprintOf(roots[0] ?? new Uint8Array()) };
}
