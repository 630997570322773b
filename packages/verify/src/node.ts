import { decodeNode } from './node/decode-node.ts';
import { isLeaf, type LeafNode, type TreeFile, type TreeNode } from './node/tree-node.ts';
import { ReleaseError } from './release-error.ts';
import { isStrictPath } from './path/strict-path.ts';
import { digest } from './digest.ts';
import type { Release } from './release-file.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A node that is wanted, with what its place in the tree says of it. */
export interface NodeClaim {
  hash: string;
  level: number;
  /** No path in it is less. */
  from: string;
  /** All paths in it are less; undefined where the tree ends. */
  to: string | undefined;
}

/** A file with the leaf that names it, which is needed to judge pieces. */
export interface LocatedFile {
  file: TreeFile;
  leaf: LeafNode;
}

/** The node that a release's tree begins with. */
export function claimRoot({ tree, limits }: Release): NodeClaim {
  return { hash: tree.root, level: limits.depth - 1, from: '', to: undefined };
}

/**
 * Checks that bytes are the wanted node (SPEC 10.1).
 * @throws ReleaseError `node-mismatch`, `bad-node`
 */
export async function verifyNode(bytes: Bytes, claim: NodeClaim): Promise<TreeNode> {
  await verifyNodeHash(bytes, claim.hash);
  const node = decodeNode(bytes);
  const keys = isLeaf(node)
    ? node.files.map(({ path }) => path)
    : node.children.map(({ key }) => key);
  const isInside =
    (keys[0] ?? claim.from) >= claim.from && !(claim.to && (keys.at(-1) ?? '') >= claim.to);
  if (node.level !== claim.level || !isInside || (!isLeaf(node) && keys[0] !== claim.from))
    throw new ReleaseError('bad-node', { at: claim.hash, found: 'place' });
  return node;
}

/**
 * Checks that bytes are the node or block with this hash.
 * @throws ReleaseError `node-mismatch`
 */
export async function verifyNodeHash(bytes: Bytes, expected: string): Promise<void> {
  const found = await digest(bytes);
  if (found !== expected)
    throw new ReleaseError('node-mismatch', { at: expected, expected, found });
}

/** Names the children of a node, in order, as they are to be verified. */
export function claimChildren(node: TreeNode, to: string | undefined): NodeClaim[] {
  if (isLeaf(node)) return [];
  return node.children.map(({ key, hash }, at) => ({
    hash,
    level: node.level - 1,
    from: key,
    to: node.children[at + 1]?.key ?? to,
  }));
}

/**
 * Looks a path up (SPEC 10.2): one node a level, each fetched when its parent is verified.
 * @param fetchNode Gives the bytes that some source has for a hash; they are verified here.
 * @throws ReleaseError `bad-path`, `not-in-tree`, and as {@link verifyNode}
 */
export async function locateFile(
  path: string,
  release: Release,
  fetchNode: (hash: string) => Promise<Bytes>,
): Promise<LocatedFile> {
  if (!isStrictPath(path)) throw new ReleaseError('bad-path', { at: path });
  for (let claim: NodeClaim | undefined = claimRoot(release); claim;) {
    const node: TreeNode = await verifyNode(await fetchNode(claim.hash), claim);
    if (isLeaf(node)) {
      const file = node.files.find((candidate) => candidate.path === path);
      if (file) return { file, leaf: node };
    }
    claim = claimChildren(node, claim.to).findLast(({ from }) => from <= path);
  }
  throw new ReleaseError('not-in-tree', { at: path });
}
