import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '@tamizdat/files';
import { encodeCanonical } from '@tamizdat/verify/format';
import { type Mirror, parseRelease, type Release } from '@tamizdat/verify';
import type { Bytes } from '../sign/sign-metadata.ts';
import { listHeadFiles } from '../sign/head-files.ts';
import { nextMirrors, type OnlineKeys, type SignedHead, signRelease } from '../sign/signed-head.ts';
import { refuseUnsigned } from '../sign/refuse-unsigned.ts';
import { buildTree } from '../tree/build-tree.ts';
import { TYPING } from '../tree/content-type.ts';
import type { ReadNode } from '../tree/leaf-row.ts';
import { sha256 } from '../tree/sha256.ts';
import { diffTrees, type FileChange } from './diff-trees.ts';
import { expireLedger } from './expire-ledger.ts';
import { FormerBytes } from './former-bytes.ts';
import { holdBytes } from './hold-bytes.ts';
import { KEEP_RELEASES } from './limits.ts';
import { nodePath, readNodesFrom } from './node-files.ts';
import { listNodes, readTree, type ReadTree, toRoot } from './read-tree.ts';
import { loadState, publishedFolder, type ReleaseState, saveState } from './release-state.ts';
import { beginGathering, endGathering, sweepUnfinished } from './sweep-unfinished.ts';
import { syncRelease } from './sync-release.ts';

export interface MakeReleaseOptions {
  /** The finished tree; `release/` in it is written. */
  tree: string;
  /** `outlet-state/release`, or wherever the history of releases is kept. */
  state: string;
  /** All roots, ascending. */
  roots: Bytes[];
  keys: OnlineKeys;
  /** Milliseconds since 1970: the moment of signing. */
  now: number;
  /** The site's clock (SPEC 6.4), RFC 3339 in UTC to the second. */
  clock: string;
  /** The origin's base address (SPEC 8.1). */
  origin: string;
  /**
   * Announced mirrors. Another list than the signed one becomes the next list, unless that is left to a role of its own
   * (SPEC 6.8) whose key is not at hand.
   */
  mirrors: readonly Mirror[];
  /**
   * Paths that may have changed since the last release, those that are gone included: nothing else is read. Without
   * it, and for the first release, all files are.
   */
  changed?: readonly string[];
  /**
   * Files that the tree has: where the tree with these changes would have another number, something was not told, and all
   * files are read.
   */
  files?: number;
  /** What {@link MadeRelease.nodes} was of the last release; without it all leaves of the tree are read. */
  nodes?: ReadonlySet<string>;
  /**
   * Says which of the changes take something down, by path (SPEC 6.4). Where any does, no former bytes are kept, and
   * those of earlier releases go at once (SPEC 11.1).
   */
  listRemoved?: (changes: readonly FileChange[]) => readonly string[];
}

export interface MadeRelease {
  release: Release;
  head: SignedHead;
  /** What differs from the release before; all files for the first one. */
  changes: FileChange[];
  /** Paths whose former bytes should be served by their hash and are not at hand. */
  formerMissing: string[];
  /** Paths that were taken down with it. */
  removed: readonly string[];
  /** Files of the tree that were read and hashed. */
  hashed: number;
  /** Hashes of all nodes and blocks of the tree; a few that are out of use may be among them, which the state names too. */
  nodes: ReadonlySet<string>;
  /** Files written to, and deleted from, `release/` in the tree. */
  written: number;
  deleted: number;
}

const NOTHING = buildTree([]);
const NO_STATE: Pick<ReleaseState, 'ledger' | 'stale'> = { ledger: [], stale: [] };

/**
 * Makes the next release of a tree. It is made at the moment at which the state is written: killed before, nothing
 * has happened; killed after, the next run completes `release/`.
 * @throws ReleaseError `bad-path`, `path-collision`; ToldError
 */
export function makeRelease(options: MakeReleaseOptions): MadeRelease {
  const published = publishedFolder(options.state);
  const put = (path: string, bytes: Uint8Array): void => {
    writeWhole(join(published, path), bytes);
  };
  const state = loadState(options.state);
  sweepUnfinished(options.state, state);
  const stored = readNodesFrom(published);
  // Types may be given anew without any file having changed.
  const told = state?.typing === TYPING ? options.changed : undefined;
  const { tree, isFull } = readTold(options, state?.summary, told, stored);
  beginGathering(options.state);
  for (const [hash, bytes] of tree.nodes) put(nodePath(hash), bytes);
  const read: ReadNode = (hash) => tree.nodes.get(hash) ?? NOTHING.nodes.get(hash) ?? stored(hash);
  const changes = diffTrees(toRoot(state?.summary ?? NOTHING.summary), toRoot(tree.summary), read);
  const former = new FormerBytes(join(options.state, 'former'));
  const removed = options.listRemoved?.(changes) ?? [];
  const isTakingDown = removed.length > 0;
  const held =
    state && holdBytes(options.tree, published, changes, isTakingDown ? undefined : former);
  const number = state ? parseRelease(state.head.release).number + 1 : 1;
  const down = listTakenDown(state, number, removed);
  if (down) put(nodePath(down.sha256), down.bytes);
  const head = signNext(options, state, tree, down);
  refuseUnsigned(head);
  for (const [path, bytes] of listHeadFiles(head)) if (path !== 'timestamp.json') put(path, bytes);
  const entry = {
    number,
    nodes: [...tree.dropped, ...listReplacedList(state, down?.sha256)],
    files: listReplaced(state, head),
    bytes: held?.bytes ?? [],
    removed: [...removed].sort(),
  };
  const expired = expireLedger(state ?? NO_STATE, entry, isTakingDown, {
    root: toRoot(tree.summary),
    read,
    isFull,
  });
  const { ledger, stale, gone } = expired;
  const bundled = chooseBundled(tree);
  const next = { head, summary: tree.summary, typing: TYPING, ledger, stale, bundled };
  saveState(options.state, next);
  endGathering(options.state);
  for (const path of gone) rmSync(join(published, path), { force: true });
  for (const { path, before, after } of changes) {
    if (after) former.keep(join(options.tree, path), after.hash);
    if (before && before.hash !== after?.hash) former.drop(before.hash);
  }
  const release = parseRelease(head.release);
  const nodes = expired.live ?? listLive(isFull ? undefined : options.nodes, tree, read);
  const counts = syncRelease(options.state, next, options.tree, nodes);
  const formerMissing = held?.missing ?? [];
  return { release, head, changes, formerMissing, removed, nodes, hashed: tree.hashed, ...counts };
}

/** Reads what is said to have changed, and everything where that cannot be all. */
function readTold(
  { tree: folder, files }: Pick<MakeReleaseOptions, 'tree' | 'files'>,
  former: ReleaseState['summary'] | undefined,
  told: readonly string[] | undefined,
  stored: ReadNode,
): { tree: ReadTree; isFull: boolean } {
  const tree = readTree(folder, former, told, stored);
  const isAll = told === undefined || files === undefined || tree.summary.files === files;
  return isAll
    ? { tree, isFull: told === undefined }
    : { tree: readTree(folder, former, undefined, stored), isFull: true };
}

/** What a tree drops of the former one stands in the ledger, until all leaves are read to delete it. */
const listLive = (
  known: ReadonlySet<string> | undefined,
  { summary, nodes }: ReadTree,
  read: ReadNode,
): Set<string> =>
  known === undefined ? listNodes(toRoot(summary), read) : new Set([...known, ...nodes.keys()]);

interface TakenDown {
  number: number;
  sha256: string;
  bytes: Bytes;
}

/** Lists what was taken down in this release and the last ones (SPEC 6.4). */
function listTakenDown(
  state: ReleaseState | undefined,
  number: number,
  removed: readonly string[],
): TakenDown | undefined {
  const recent = (state?.ledger ?? []).filter((entry) => entry.number > number - KEEP_RELEASES);
  const entries = [{ number, removed }, ...recent].filter((entry) => entry.removed.length > 0);
  const [newest] = entries;
  if (newest === undefined) return undefined;
  const bytes = encodeCanonical([...new Set(entries.flatMap((entry) => entry.removed))].sort());
  return { number: newest.number, sha256: sha256(bytes), bytes };
}

function signNext(
  options: MakeReleaseOptions,
  state: ReleaseState | undefined,
  { summary }: ReadTree,
  down: TakenDown | undefined,
): SignedHead {
  const { roots, mirrors, clock, origin, keys, now } = options;
  const last = state && parseRelease(state.head.release);
  return signRelease(
    state
      ? { ...state.head, roots, mirrors: chooseMirrors(state.head, mirrors, keys) }
      : { roots, mirrors },
    {
      clock,
      origin,
      tree: { root: summary.root, files: summary.files, bytes: summary.bytes },
      limits: { depth: summary.level + 1, keep: KEEP_RELEASES },
      former: last ? [{ number: last.number, root: last.tree.root }, ...last.former] : [],
      removed: down ? { number: down.number, sha256: down.sha256, size: down.bytes.length } : null,
    },
    { keys, now },
  );
}

/** The list that was signed stays where it is another role's and the key for it is not at hand (SPEC 6.8). */
function chooseMirrors(head: SignedHead, mirrors: readonly Mirror[], keys: OnlineKeys): Bytes {
  const isOthers = head.addresses !== undefined && keys.addresses === undefined;
  return isOthers ? head.mirrors : nextMirrors(head, mirrors);
}

/** Files of the head before that this one does not have. */
function listReplaced(state: ReleaseState | undefined, head: SignedHead): string[] {
  if (state === undefined) return [];
  const next = listHeadFiles(head);
  return [...listHeadFiles(state.head).keys()].filter((path) => !next.has(path));
}

function listReplacedList(state: ReleaseState | undefined, hash: string | undefined): string[] {
  const old = state && parseRelease(state.head.release).removed?.sha256;
  return old !== undefined && old !== hash ? [old] : [];
}

/** Nodes tried for the bundle: more than these never fit. */
const MAX_BUNDLED = 8;

/** The root node, and those below it that are new, from the top down (SPEC 7.3). Leaves are not among them. */
export function chooseBundled({ summary, index }: Pick<ReadTree, 'summary' | 'index'>): string[] {
  return [...new Set([summary.root, ...index])].slice(0, MAX_BUNDLED);
}
