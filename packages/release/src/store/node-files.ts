import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadNode } from '../tree/leaf-row.ts';

/** Where a node or block stands in `release/` (SPEC 5.2). */
export function nodePath(hash: string): string {
  return `nodes/${hash.slice(0, 2)}/${hash.slice(2)}`;
}

/** Reads nodes from a folder such as `release/`. */
export function readNodesFrom(folder: string): ReadNode {
  return (hash) => new Uint8Array(readFileSync(join(folder, nodePath(hash))));
}
