import { decodeNode, isLeaf } from '@tamizdat/verify/format';
import type { TreeFile } from '@tamizdat/verify';
import type { TreeRoot } from '../tree/build-index.ts';
import type { ReadNode } from '../tree/leaf-row.ts';

/** A file of which two trees differ. */
export interface FileChange {
  path: string;
  before: TreeFile | undefined;
  after: TreeFile | undefined;
}

/**
 * Finds the files in which two trees differ, in order, reading only the nodes in which they do.
 * @param read Gives nodes of either tree.
 */
export function diffTrees(before: TreeRoot, after: TreeRoot, read: ReadNode): FileChange[] {
  let old = new Set([before.hash]);
  let next = new Set([after.hash]);
  for (let level = Math.max(before.level, after.level); level > 0; level--) {
    const [onlyOld, onlyNext] = [without(old, next), without(next, old)];
    old = expand(onlyOld, level, read);
    next = expand(onlyNext, level, read);
  }
  const oldFiles = listFiles(without(old, next), read);
  const newFiles = listFiles(without(next, old), read);
  const paths = [...new Set([...oldFiles.keys(), ...newFiles.keys()])].sort();
  return paths
    .map((path) => ({ path, before: oldFiles.get(path), after: newFiles.get(path) }))
    .filter(({ before: one, after: other }) => !one || !other || isChanged(one, other));
}

function without(hashes: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> {
  return new Set([...hashes].filter((hash) => !others.has(hash)));
}

/** Puts the children of nodes in their place; nodes of a lower tree wait until it is their turn. */
function expand(hashes: ReadonlySet<string>, level: number, read: ReadNode): Set<string> {
  const below = [...hashes].flatMap((hash) => {
    const node = decodeNode(read(hash));
    return !isLeaf(node) && node.level === level
      ? node.children.map((child) => child.hash)
      : [hash];
  });
  return new Set(below);
}

function listFiles(hashes: ReadonlySet<string>, read: ReadNode): Map<string, TreeFile> {
  const files = new Map<string, TreeFile>();
  for (const hash of hashes) {
    const node = decodeNode(read(hash));
    if (isLeaf(node)) for (const file of node.files) files.set(file.path, file);
  }
  return files;
}

function isChanged(one: TreeFile, other: TreeFile): boolean {
  return one.hash !== other.hash || one.type !== other.type || one.rebased !== other.rebased;
}
