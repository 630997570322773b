import { BLOCK_HASHES, MAX_PIECES, PIECE_BYTES } from '../limits.ts';

/** Bytes of a piece of a file of `size` bytes (SPEC 4.3). */
export function pieceSize(size: number): number {
  let bytes = PIECE_BYTES;
  while (size > bytes * MAX_PIECES) bytes *= 2;
  return bytes;
}

/** How many pieces a file has whose hashes are kept; 0 for a file that is one piece by itself (SPEC 4.3). */
export function countPieces(size: number): number {
  return size > PIECE_BYTES ? Math.ceil(size / pieceSize(size)) : 0;
}

/** How many blocks the hashes of so many pieces fill (SPEC 5.9). */
export function countBlocks(pieces: number): number {
  return Math.ceil(pieces / BLOCK_HASHES);
}
