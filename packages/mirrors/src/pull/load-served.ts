import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  claimRoot,
  claimChildren,
  type NodeClaim,
  parseBundle,
  parseRelease,
  readNodesFrom,
  type Release,
  type TreeFile,
  verifyNode,
} from '@tamizdat/release';

type Bytes = Uint8Array<ArrayBuffer>;

/** What is known of the release that is served. */
export interface ServedRelease {
  folder: string;
  release: Release;
  bundle: Bytes;
  files: Map<string, TreeFile>;
}

/**
 * Reads what the served folder says it holds. It was verified when it was made.
 * @returns undefined where that cannot be read any more: everything is then fetched anew
 */
export async function loadServed(folder: string): Promise<ServedRelease | undefined> {
  try {
    const bundle = new Uint8Array(readFileSync(join(folder, 'release/bundle.json')));
    const release = parseRelease(parseBundle(bundle).files.release);
    const read = readNodesFrom(join(folder, 'release'));
    const files = new Map<string, TreeFile>();
    const visit = async (claim: NodeClaim): Promise<void> => {
      const node = await verifyNode(new Uint8Array(read(claim.hash)), claim);
      if ('files' in node) for (const file of node.files) files.set(file.path, file);
      for (const child of claimChildren(node, claim.to)) await visit(child);
    };
    await visit(claimRoot(release));
    return { folder, release, bundle, files };
  } catch {
    // Damaged by somebody: a fresh copy mends it.
    return undefined;
  }
}
