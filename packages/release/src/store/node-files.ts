import { join } from 'node:path';
import { readPlain } from '@tamizdat/files';
import { BLOCK_BYTES } from '@tamizdat/verify/format';
import { ReleaseError } from '@tamizdat/verify';
import type { ReadNode } from '../tree/leaf-row.ts';
import { sha256 } from '../tree/sha256.ts';

/** Where a node or block stands in `release/` (SPEC 5.2). */
export function nodePath(hash: string): string {
  return `nodes/${hash.slice(0, 2)}/${hash.slice(2)}`;
}

/**
 * Reads nodes from a folder such as `release/`. What a folder holds is believed as far as its hash goes, no further:
 * from the signed hash of a root on, nobody who can write there can put in a file that was not signed.
 * @throws ReleaseError `node-mismatch`
 */
export function readNodesFrom(folder: string): ReadNode {
  return (hash) => {
    const bytes = readPlain(join(folder, nodePath(hash)), BLOCK_BYTES);
    const found = sha256(bytes);
    if (found === hash) return bytes;
    throw new ReleaseError('node-mismatch', { at: nodePath(hash), expected: hash, found });
  };
}
