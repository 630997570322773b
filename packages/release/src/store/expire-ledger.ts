import type { TreeRoot } from '../tree/build-index.ts';
import type { ReadNode } from '../tree/leaf-row.ts';
import { bytesPath } from './hold-bytes.ts';
import { KEEP_RELEASES, SWEEP_NODES } from './limits.ts';
import { nodePath } from './node-files.ts';
import { listNodes } from './read-tree.ts';
import type { LedgerEntry, ReleaseState } from './release-state.ts';

export interface Expired extends Pick<ReleaseState, 'ledger' | 'stale'> {
  /** Paths in `release/` to delete. */
  gone: string[];
  /** All nodes and blocks of the tree, where they were read. */
  live?: ReadonlySet<string>;
}

/** The tree of the release; read whole when so much is out of use that deleting it pays, or when it was anyway. */
export interface SweptTree {
  root: TreeRoot;
  read: ReadNode;
  isFull: boolean;
}

/**
 * Enters a release into the ledger and finds what need not stay any longer (SPEC 11.3).
 * @param isTakingDown Whether no bytes that earlier releases put there may stay (SPEC 11.1).
 */
export function expireLedger(
  state: Pick<ReleaseState, 'ledger' | 'stale'>,
  entry: LedgerEntry,
  isTakingDown: boolean,
  tree: SweptTree,
): Expired {
  const isOver = ({ number }: LedgerEntry): boolean => number <= entry.number - KEEP_RELEASES;
  const expired = state.ledger.filter(isOver);
  const recent = state.ledger
    .filter((one) => !isOver(one))
    .map((one) => (isTakingDown ? { ...one, bytes: [] } : one));
  const ledger = [entry, ...recent];
  const held = new Set(ledger.flatMap(({ bytes }) => bytes.map(({ hash }) => hash)));
  const released = state.ledger.flatMap(({ bytes }) => bytes.map(({ hash }) => hash));
  const gone = [
    ...expired.flatMap(({ files }) => files),
    ...[...new Set(released)].filter((hash) => !held.has(hash)).map(bytesPath),
  ];
  const stale = [...new Set([...state.stale, ...expired.flatMap(({ nodes }) => nodes)])];
  if (stale.length === 0 || (stale.length < SWEEP_NODES && !tree.isFull))
    return { ledger, stale, gone };
  const live = listNodes(tree.root, tree.read);
  const inUse = new Set([...live, ...ledger.flatMap(({ nodes }) => nodes)]);
  const swept = stale.filter((hash) => !inUse.has(hash)).map(nodePath);
  return { ledger, stale: [], gone: [...gone, ...swept], live };
}
