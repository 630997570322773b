import type { FileChange } from '@tamizdat/release';
import { compareByReach } from '@tamizdat/tree';
import { GRACE_MS } from '../limits.ts';
import { type KnownTree, type Status, UNKNOWN_BASE } from './status.ts';

/** What is on a mirror, as far as it is known. */
export interface OnMirror {
  status: Status;
  /** Files that differ from the tree to be sent, for each tree of which something may be there. */
  differences: readonly (readonly FileChange[])[];
  /** Names of nodes and blocks in `release/` that the last full release put there. */
  nodes: ReadonlySet<string>;
}

/** What is to be there. */
export interface Wanted {
  tree: KnownTree;
  timestamp: number;
  head: string;
  /** Files of `release/` by name in it, but `bundle.json` and `timestamp.json`. */
  names: ReadonlySet<string>;
  /** Those of them that are nodes and blocks of the tree. */
  nodes: ReadonlySet<string>;
  takenDown: ReadonlySet<string>;
  /** Paths that hold the mirror's base, where another one stands in them now. */
  rebased: readonly string[];
  /** The mirror's base; null for the origin's. */
  base: string | null;
  /** How many releases back former bytes are kept. */
  keep: number;
  /** What the publication calls itself in the status. */
  by: string;
}

/** What is sent and deleted, in this order. */
export interface Plan {
  /** Files that stand under their hash because `release/` has them there no longer: path in the tree and hash. */
  extra: { path: string; hash: string }[];
  /** Names in `release/`, in the order in which they are sent. */
  names: string[];
  /** Paths that no release there names: sent before the head. */
  early: string[];
  /** Whether bundle and timestamp are sent. */
  head: boolean;
  /** Paths that are sent after the head. */
  late: string[];
  /** Paths that are deleted. */
  removed: string[];
  /** Names in `release/` that are deleted. */
  surplus: string[];
  /** What is noted before anything is sent, and when all is done. */
  during: Status;
  after: Status;
}

/** Whether nothing is to be done. */
export function isIdle(plan: Plan): boolean {
  const { extra, names, early, head, late, removed, surplus } = plan;
  const lists = [extra, names, early, late, removed, surplus];
  return !head && lists.every(({ length }) => length === 0);
}

/**
 * Plans a publication. Order and reasons: a reader who verifies goes by the head, then asks for a path, and where that
 * holds other bytes for their hash. So bytes stand under their hash before the head speaks of them, and a path is
 * changed after that. A new path without bytes under their hash is put before the head: no earlier one names it.
 * @param now Milliseconds since 1970.
 */
export function planPublication(on: OnMirror, wanted: Wanted, now: number): Plan {
  const { status } = on;
  const changes = mergeChanges(on.differences);
  const put = changes.filter(({ after }) => after !== undefined);
  const isHeld = ({ hash }: { hash: string }) => wanted.names.has(`files/${hash}`);
  const isEarly = (change: Merged) => change.isNew && change.after && !isHeld(change.after);
  const early = put.filter(isEarly).map(({ path }) => path);
  const late = put.filter((change) => !isEarly(change)).map(({ path }) => path);
  const extra = put.flatMap(({ path, after, isNew }) =>
    after === undefined || isNew || isHeld(after) ? [] : [{ path, hash: after.hash }],
  );
  const sent = new Set([...early, ...late]);
  const again = wanted.rebased.filter((path) => !sent.has(path));
  const there = new Set([...status.held, ...on.nodes]);
  for (const name of status.maybe) there.delete(name);
  const names = [...wanted.names].filter((name) => !there.has(name)).sort(compareNames);
  const extraNames = extra.map(({ hash }) => `files/${hash}`);
  const { removed, leaving } = planDeletions(on, wanted, changes, now);
  const keptNames = new Set([...wanted.names, ...extraNames]);
  const surplus = [...new Set([...status.held, ...status.maybe, ...on.nodes])]
    .filter((name) => !keptNames.has(name))
    .sort();
  const head = status.head !== wanted.head || !status.complete;
  const after: Status = {
    by: wanted.by,
    complete: true,
    sure: true,
    base: wanted.base,
    release: wanted.tree,
    timestamp: wanted.timestamp,
    head: wanted.head,
    begun: [],
    held: [...keptNames].filter((name) => !wanted.nodes.has(name)).sort(),
    maybe: [],
    leaving,
  };
  const during: Status = {
    ...status,
    by: wanted.by,
    complete: false,
    base: status.base === wanted.base ? wanted.base : UNKNOWN_BASE,
    begun: uniqueTrees([...status.begun, wanted.tree]),
    maybe: [...new Set([...status.maybe, ...names, ...extraNames, ...surplus])].sort(),
    leaving: [...leaving, ...removed.map((path): [string, string] => [path, stamp(0)])].sort(),
  };
  return {
    extra,
    names,
    early: early.sort(compareByReach),
    head,
    late: [...late, ...again].sort(compareByReach),
    removed,
    surplus,
    during,
    after,
  };
}

interface Merged {
  path: string;
  after: FileChange['after'];
  /** Whether no head that may be there names it with other bytes. */
  isNew: boolean;
}

/** The differences from several trees as one: what may be wrong on the mirror. */
function mergeChanges(differences: OnMirror['differences']): Merged[] {
  const merged = new Map<string, Merged>();
  for (const { path, before, after } of differences.flat()) {
    const isNew = before === undefined && (merged.get(path)?.isNew ?? true);
    merged.set(path, { path, after, isNew });
  }
  return [...merged.values()];
}

function planDeletions(
  { status }: OnMirror,
  wanted: Wanted,
  changes: readonly Merged[],
  now: number,
): Pick<Plan, 'removed'> & Pick<Status, 'leaving'> {
  const since = new Map(status.leaving);
  const isPresent = new Set(changes.filter(({ after }) => after).map(({ path }) => path));
  const gone = changes.filter(({ after }) => after === undefined).map(({ path }) => path);
  const all = [...new Set([...since.keys(), ...gone])]
    .filter((path) => !isPresent.has(path))
    .sort();
  // What was taken down more than `keep` releases ago is not listed any more: then all goes at once.
  const isFarBehind = (status.release?.number ?? 0) < wanted.tree.number - wanted.keep;
  const removed: string[] = [];
  const leaving: [string, string][] = [];
  for (const path of all) {
    const noted = Math.min(Date.parse(since.get(path) ?? stamp(now)), now);
    const isOver = noted + GRACE_MS <= now || isFarBehind || wanted.takenDown.has(path);
    if (isOver) removed.push(path);
    else leaving.push([path, stamp(noted)]);
  }
  return { removed, leaving };
}

const stamp = (time: number): string => new Date(time).toISOString();

export function uniqueTrees(trees: readonly KnownTree[]): KnownTree[] {
  return [...new Map(trees.map((tree) => [tree.root, tree])).values()];
}

const NAMES = ['files/', 'nodes/', 'targets/'];

/** Files by hash, nodes, targets, numbered metadata. */
export function compareNames(one: string, other: string): number {
  const rank = (name: string): number => {
    const at = NAMES.findIndex((folder) => name.startsWith(folder));
    return at === -1 ? NAMES.length : at;
  };
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}
