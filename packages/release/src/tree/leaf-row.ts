import { type ChildNode, decodeNode, isLeaf } from '@tamizdat/verify/format';
import { type LeafNode, ReleaseError, type TreeFile } from '@tamizdat/verify';
import type { TreeRoot } from './build-index.ts';

/** Gives the bytes of a node or block from where a tree is kept. Whoever gives them has compared them with the hash. */
export type ReadNode = (hash: string) => Uint8Array;

/** The leaves of a tree in order, read when they are asked for. */
export class LeafRow {
  readonly leaves: readonly ChildNode[];
  readonly #read: ReadNode;
  readonly #loaded = new Map<string, LeafNode>();

  constructor(leaves: readonly ChildNode[], read: ReadNode) {
    this.leaves = leaves;
    this.#read = read;
  }

  load(hash: string): LeafNode {
    const known = this.#loaded.get(hash);
    if (known !== undefined) return known;
    const leaf = decodeNode(this.#read(hash));
    if (!isLeaf(leaf)) throw new ReleaseError('bad-node', { at: hash, expected: 'a leaf' });
    this.#loaded.set(hash, leaf);
    return leaf;
  }

  /** The first file whose path is not less than `path`. */
  findFrom(path: string): TreeFile | undefined {
    for (let at = this.#indexFor(path); at < this.leaves.length; at++) {
      const found = this.load(this.leaves[at]?.hash ?? '').files.find((file) => file.path >= path);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  hasFile(path: string): boolean {
    return this.findFrom(path)?.path === path;
  }

  hasFolder(path: string): boolean {
    return this.findFrom(`${path}/`)?.path.startsWith(`${path}/`) ?? false;
  }

  /** The last leaf whose key is not greater than `path`. */
  #indexFor(path: string): number {
    let low = 0;
    let high = this.leaves.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.leaves[middle]?.key ?? '') <= path) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** Lists a tree's leaves in order, and its other nodes. */
export function listLeaves(
  root: TreeRoot,
  read: ReadNode,
): { leaves: ChildNode[]; index: string[] } {
  let nodes: ChildNode[] = [{ key: '', hash: root.hash }];
  const index: string[] = [];
  for (let level = root.level; level > 0; level--) {
    index.push(...nodes.map(({ hash }) => hash));
    nodes = nodes.flatMap(({ hash }) => {
      const node = decodeNode(read(hash));
      return 'children' in node ? node.children : [];
    });
  }
  return { leaves: nodes, index };
}
