import { type ChildNode, countPieces, findCollision, listFolders } from '@tamizdat/verify/format';
import type { LeafNode } from '@tamizdat/verify';
import { buildIndex, partKeys } from './build-index.ts';
import {
  type BuiltTree,
  isMixedCase,
  refuseCollision,
  refusePaths,
  type TreeSummary,
} from './build-tree.ts';
import { type Leaf, LeafCutter, type StoreNode } from './cut-leaves.ts';
import { comparePaths, type FileRecord } from './file-record.ts';
import { LeafRow, listLeaves, type ReadNode } from './leaf-row.ts';
import { HASH_BYTES } from './sha256.ts';

/** What a tree differs in from the one before. */
export interface TreeChanges {
  /** Files that are new or have other bytes. */
  put: readonly FileRecord[];
  /** Paths that are gone. */
  removed: readonly string[];
}

export interface UpdatedTree extends BuiltTree {
  /**
   * Nodes and blocks of the former tree that the parts which were made anew no longer have. A block may still be in
   * use: two leaves with files of the same bytes share theirs.
   */
  dropped: string[];
}

/** A leaf that was made anew, or one of the former tree by its number there. */
type RowItem = { made: Leaf } | { kept: number };

/**
 * Builds the tree that {@link buildTree} would build of the former files with these changes, reading no more of the
 * former tree than its index and the leaves that change, with their neighbours.
 * @param read Gives nodes and blocks of the former tree.
 * @throws ReleaseError `bad-path` or `path-collision`
 */
export function updateTree(former: TreeSummary, changes: TreeChanges, read: ReadNode): UpdatedTree {
  refusePaths(changes.put.map(({ path }) => path));
  const { leaves, index } = listLeaves({ hash: former.root, level: former.level }, read);
  const nodes = new Map<string, Uint8Array>();
  const store = (hash: string, bytes: Uint8Array): unknown => nodes.set(hash, bytes);
  const row = new LeafRow(leaves, read);
  const recut = recutLeaves(row, changes, read, store);
  const keyed = keyRow(recut.items, row);
  const below = nodes.size;
  const root = buildIndex(keyed, store);
  const above = [...nodes.keys()].slice(below).reverse();
  refuseNewCollisions(former, changes, new LeafRow(keyed, (hash) => nodes.get(hash) ?? read(hash)));
  const dropped = new Set([...index, ...recut.replaced]);
  for (const hash of dropped) if (nodes.has(hash)) dropped.delete(hash);
  for (const hash of [...index, ...recut.replaced]) nodes.delete(hash);
  return {
    summary: {
      root: root.hash,
      level: root.level,
      files: former.files + recut.files,
      bytes: former.bytes + recut.bytes,
      mixedCase: updateMixedCase(former.mixedCase, changes),
    },
    nodes,
    index: above.filter((hash) => nodes.has(hash)),
    dropped: [...dropped],
  };
}

interface Recut {
  items: RowItem[];
  /** Hashes of leaves and blocks that were not kept. */
  replaced: string[];
  /** How many files, and bytes, the tree has more. */
  files: number;
  bytes: number;
}

function recutLeaves(row: LeafRow, changes: TreeChanges, read: ReadNode, store: StoreNode): Recut {
  const edits = new Edits(changes);
  const cutter = new LeafCutter(store);
  const recut: Recut = { items: [], replaced: [], files: 0, bytes: 0 };
  const flush = (): void => {
    recut.items.push(...cutter.leaves.splice(0).map((made) => ({ made })));
  };
  row.leaves.forEach(({ hash }, at) => {
    const below = edits.takeBelow(row.leaves[at + 1]?.key);
    if (cutter.isBetween && below.size === 0) {
      flush();
      recut.items.push({ kept: at });
      return;
    }
    const leaf = row.load(hash);
    const merged = mergeFiles(readRecords(leaf, read), below);
    for (const file of merged) cutter.add(file);
    recut.replaced.push(hash, ...leaf.blocks);
    recut.files += merged.length - leaf.files.length;
    recut.bytes += sumSizes(merged) - sumSizes(leaf.files);
  });
  cutter.end();
  flush();
  return recut;
}

/** Changes in the order of paths, handed out from the front. `undefined` stands for a file that is gone. */
class Edits {
  readonly #edits: [string, FileRecord | undefined][];
  #at = 0;

  constructor({ put, removed }: TreeChanges) {
    const edits = new Map<string, FileRecord | undefined>(removed.map((path) => [path, undefined]));
    for (const file of put) edits.set(file.path, file);
    this.#edits = [...edits].sort(([one], [other]) => (one < other ? -1 : 1));
  }

  /** Those below a key, or all that are left. */
  takeBelow(key: string | undefined): Map<string, FileRecord | undefined> {
    const from = this.#at;
    while (this.#at < this.#edits.length) {
      if (key !== undefined && (this.#edits[this.#at]?.[0] ?? '') >= key) break;
      this.#at++;
    }
    return new Map(this.#edits.slice(from, this.#at));
  }
}

function mergeFiles(
  files: readonly FileRecord[],
  edits: ReadonlyMap<string, FileRecord | undefined>,
): FileRecord[] {
  const untouched = files.filter(({ path }) => !edits.has(path));
  const put = [...edits.values()].filter((file) => file !== undefined);
  return [...untouched, ...put].sort(comparePaths);
}

function sumSizes(files: readonly { size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** Puts the hashes of pieces back to the files of a leaf. */
function readRecords(leaf: LeafNode, read: ReadNode): FileRecord[] {
  const hashes = Buffer.concat(leaf.blocks.map(read));
  let at = 0;
  return leaf.files.map((file) => {
    const from = at;
    at += countPieces(file.size) * HASH_BYTES;
    return { ...file, pieceHashes: hashes.subarray(from, at) };
  });
}

/** Gives every leaf of the new row its key. A kept leaf behind the neighbour it had keeps its key unread. */
function keyRow(items: readonly RowItem[], row: LeafRow): ChildNode[] {
  return items.map((item, at) => {
    const before = items[at - 1];
    const hash = 'made' in item ? item.made.hash : (row.leaves[item.kept]?.hash ?? '');
    if (before === undefined) return { key: '', hash };
    if ('kept' in item && 'kept' in before && before.kept === item.kept - 1)
      return { key: row.leaves[item.kept]?.key ?? '', hash };
    return { key: partKeys(readEdges(before, row).last, readEdges(item, row).first), hash };
  });
}

function readEdges(item: RowItem, row: LeafRow): { first: string; last: string } {
  if ('made' in item) return item.made;
  const { files } = row.load(row.leaves[item.kept]?.hash ?? '');
  return { first: files[0]?.path ?? '', last: files.at(-1)?.path ?? '' };
}

function updateMixedCase(former: readonly string[], { put, removed }: TreeChanges): string[] {
  const gone = new Set(removed);
  const stay = former.filter((path) => !gone.has(path));
  return [...new Set([...stay, ...put.map(({ path }) => path).filter(isMixedCase)])].sort();
}

/** SPEC 2.6 for the changed paths, by looking up the few names they could collide with. */
function refuseNewCollisions(former: TreeSummary, changes: TreeChanges, row: LeafRow): void {
  const paths = changes.put.map(({ path }) => path);
  const gone = new Set(changes.removed);
  const mixed = former.mixedCase.filter((path) => !gone.has(path));
  const collision =
    findCollision(new Set([...mixed, ...paths])) ??
    paths.map((path) => collideWithRow(path, row)).find((found) => found !== undefined);
  if (collision !== undefined) throw refuseCollision(collision);
}

function collideWithRow(path: string, row: LeafRow): [string, string] | undefined {
  const folders = listFolders(path);
  const asFile = folders.flatMap((name) => [name, name.toLowerCase()]);
  const asFolder = [path, path.toLowerCase()];
  if (isMixedCase(path)) asFile.push(path.toLowerCase());
  asFolder.push(...folders.filter(isMixedCase).map((name) => name.toLowerCase()));
  const found =
    asFile.find((name) => row.hasFile(name)) ?? asFolder.find((name) => row.hasFolder(name));
  return found === undefined ? undefined : [found, path];
}
