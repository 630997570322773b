import { decodeNode, isLeaf } from '@tamizdat/verify/format';
import type { TreeFile } from '@tamizdat/verify';
import type { TreeRoot } from '../tree/build-index.ts';
import type { ReadNode } from '../tree/leaf-row.ts';

/** All that a tree consists of. */
export interface SurveyedTree {
  /** Hashes of nodes and blocks. */
  nodes: Set<string>;
  /** Those of them that stand above leaves, from the root down, as `buildTree` lists them. */
  index: string[];
  /** In order. */
  files: TreeFile[];
}

/** Reads a whole tree. Blocks are named, not read. */
export function surveyTree(root: Pick<TreeRoot, 'hash'>, read: ReadNode): SurveyedTree {
  const nodes = new Set<string>();
  const index: string[] = [];
  const files: TreeFile[] = [];
  let level = [root.hash];
  while (level.length > 0) {
    const below: string[] = [];
    for (const hash of level) {
      nodes.add(hash);
      const node = decodeNode(read(hash));
      if (!isLeaf(node)) below.push(...node.children.map((child) => child.hash));
      else {
        files.push(...node.files);
        for (const block of node.blocks) nodes.add(block);
      }
    }
    if (below.length > 0) index.push(...level.toReversed());
    level = below;
  }
  return { nodes, index, files };
}
