import { nodePath, openFolder, SourceError } from '@tamizdat/release';
import {
  claimChildren,
  claimRoot,
  MAX_NODE_BYTES,
  type NodeClaim,
  type Release,
  ReleaseError,
  type TreeFile,
  verifyNode,
} from '@tamizdat/verify';
import { fetchSignedHead } from './fetch-signed-head.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What is known of the release that is served. */
export interface ServedRelease {
  folder: string;
  release: Release;
  bundle: Bytes;
  files: Map<string, TreeFile>;
}

/**
 * Reads what the served folder says it holds, as untrusted as any mirror: its head must be this outlet's, and its nodes
 * those of the signed tree. The bytes of its files are judged where they are taken over.
 * @param now Milliseconds since 1970.
 * @returns undefined where it is not that: everything is then fetched anew
 */
export async function loadServed(
  folder: string,
  fingerprint: string,
  now: number,
): Promise<ServedRelease | undefined> {
  try {
    const source = openFolder(folder);
    const { head, bundle } = await fetchSignedHead(source, { fingerprint }, now);
    const files = new Map<string, TreeFile>();
    const visit = async (claim: NodeClaim): Promise<void> => {
      const bytes = await source.read(`release/${nodePath(claim.hash)}`, MAX_NODE_BYTES);
      const node = await verifyNode(bytes ?? new Uint8Array(), claim);
      if ('files' in node) for (const file of node.files) files.set(file.path, file);
      for (const child of claimChildren(node, claim.to)) await visit(child);
    };
    await visit(claimRoot(head.release));
    return { folder, release: head.release, bundle, files };
  } catch (error) {
    // Damaged by somebody, or somebody else's: a fresh copy mends it.
    if (error instanceof ReleaseError || error instanceof SourceError) return undefined;
    throw error;
  }
}
