import { mapBounded } from '@tamizdat/files';
import { nodePath, type ReadNode } from '@tamizdat/release';
import { claimChildren, MAX_NODE_BYTES, type NodeClaim, verifyNode } from '@tamizdat/verify';
import { MAX_FETCHED_NODES, PARALLEL_NODES } from '../limits.ts';
import { MirrorError } from '../mirror-error.ts';
import type { KnownTree } from './status.ts';

/** What a mirror had: all nodes and blocks of a tree, read here or there. */
export interface FetchedNodes {
  /** Gives every node of the tree. */
  read: ReadNode;
  /** Hashes of all its nodes and blocks. */
  hashes: Set<string>;
}

type Fetch = (path: string, limit: number) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/**
 * Reads all nodes of a tree that a mirror had: those that are here too are not asked for, and nothing is asked for below
 * them.
 * @param has Whether a node is here; all below it then is.
 * @returns undefined where the mirror does not have them as they must be
 */
export async function fetchNodes(
  tree: KnownTree,
  local: { has: (hash: string) => boolean; read: ReadNode },
  fetch: Fetch,
): Promise<FetchedNodes | undefined> {
  const fetched = new Map<string, Uint8Array<ArrayBuffer>>();
  const hashes = new Set<string>();
  const visit = async (claim: NodeClaim): Promise<NodeClaim[]> => {
    const bytes = local.has(claim.hash)
      ? new Uint8Array(local.read(claim.hash))
      : await fetch(`release/${nodePath(claim.hash)}`, MAX_NODE_BYTES);
    if (bytes === undefined) throw new Error('missing');
    if (fetched.size > MAX_FETCHED_NODES) throw new Error('too many');
    const node = await verifyNode(bytes, claim);
    hashes.add(claim.hash);
    if (!local.has(claim.hash)) fetched.set(claim.hash, bytes);
    if ('blocks' in node) for (const block of node.blocks) hashes.add(block);
    return claimChildren(node, claim.to);
  };
  try {
    let level: NodeClaim[] = [{ hash: tree.root, level: tree.level, from: '', to: undefined }];
    while (level.length > 0) level = (await mapBounded(level, PARALLEL_NODES, visit)).flat();
  } catch (error) {
    // A store that cannot be asked has not said that it lacks them.
    if (error instanceof MirrorError) throw error;
    return undefined;
  }
  return { read: (hash) => fetched.get(hash) ?? local.read(hash), hashes };
}
