/** A file as the tree describes it (SPEC 4.1). */
export interface TreeFile {
  path: string;
  /** Bytes. */
  size: number;
  /** SHA-256, hexadecimal. */
  hash: string;
  /** Content type (SPEC 4.2). */
  type: string;
  /** Whether a mirror may put its base address into it (SPEC 8.2). */
  rebased: boolean;
}

/** SPEC 5.7. */
export interface LeafNode<File extends TreeFile = TreeFile> {
  level: 0;
  files: File[];
  /** Hashes of the blocks with the hashes of all pieces (SPEC 5.9). */
  blocks: string[];
}

export interface ChildNode {
  /** No path below is less. */
  key: string;
  hash: string;
}

/** SPEC 5.6. */
export interface IndexNode {
  level: number;
  children: ChildNode[];
}

export type TreeNode = LeafNode | IndexNode;

export function isLeaf(node: TreeNode): node is LeafNode {
  return node.level === 0;
}

/** The first byte of every node. */
export const NODE_VERSION = 1;

/** SPEC 4.2. */
export const CONTENT_TYPE = /^(?=.{1,100}$)[a-z0-9.+-]+\/[a-z0-9.+-]+(?:; charset=utf-8)?$/;
