import type { TreeFile } from '@tamizdat/verify';

/** A file with the hashes of its pieces: what the tree is built from. */
export interface FileRecord extends TreeFile {
  /** 32 bytes a piece, in order; empty for a file without pieces (SPEC 4.3). */
  pieceHashes: Uint8Array;
}

/** Code units, which for strict paths is the order of the tree (SPEC 2.7). */
export function comparePaths(one: { path: string }, other: { path: string }): number {
  if (one.path === other.path) return 0;
  return one.path < other.path ? -1 : 1;
}
