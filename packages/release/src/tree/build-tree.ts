import { isStrictPath, ReleaseError } from '@tamizdat/verify';
import { findCollision } from '@tamizdat/verify/format';
import { buildIndex, partKeys } from './build-index.ts';
import { LeafCutter } from './cut-leaves.ts';
import { comparePaths, type FileRecord } from './file-record.ts';

/** What is known of a tree without reading it. It is kept between releases. */
export interface TreeSummary {
  /** Hash of the root node. */
  root: string;
  /** Level of the root node; proofs take one node more than this. */
  level: number;
  files: number;
  /** Sum of the files' sizes. */
  bytes: number;
  /** Paths with letters that are not lower-case, in order: with these others may collide. */
  mixedCase: string[];
}

/** A tree and its nodes and blocks by hash. */
export interface BuiltTree {
  summary: TreeSummary;
  /** All nodes and blocks; after an update, those that the former tree did not have. */
  nodes: Map<string, Uint8Array>;
  /** Which of them stand above leaves, from the root down. */
  index: string[];
}

/**
 * Builds the tree of these files, in any order (SPEC 5.11).
 * @throws ReleaseError `bad-path` or `path-collision`
 */
export function buildTree(files: readonly FileRecord[]): BuiltTree {
  const sorted = files.toSorted(comparePaths);
  refusePaths(sorted.map(({ path }) => path));
  const collision = findCollision(sorted.map(({ path }) => path));
  if (collision !== undefined) throw refuseCollision(collision);
  const nodes = new Map<string, Uint8Array>();
  const store = (hash: string, bytes: Uint8Array): unknown => nodes.set(hash, bytes);
  const cutter = new LeafCutter(store);
  for (const file of sorted) cutter.add(file);
  cutter.end();
  const below = nodes.size;
  const keyed = cutter.leaves.map(({ first, hash }, index) => {
    const before = cutter.leaves[index - 1];
    return { key: before === undefined ? '' : partKeys(before.last, first), hash };
  });
  const root = buildIndex(keyed, store);
  const index = [...nodes.keys()].slice(below).reverse();
  return {
    summary: {
      root: root.hash,
      level: root.level,
      files: sorted.length,
      bytes: sorted.reduce((sum, { size }) => sum + size, 0),
      mixedCase: sorted.map(({ path }) => path).filter(isMixedCase),
    },
    nodes,
    index,
  };
}

export function isMixedCase(path: string): boolean {
  return path !== path.toLowerCase();
}

/** @throws ReleaseError `bad-path` that names all of them */
export function refusePaths(paths: readonly string[]): void {
  const bad = paths.filter((path) => !isStrictPath(path));
  if (bad.length > 0) throw new ReleaseError('bad-path', { at: bad.join(', ') });
}

export function refuseCollision([one, other]: [string, string]): ReleaseError {
  return new ReleaseError('path-collision', { at: other, found: one });
}
