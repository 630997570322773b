import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { MAX_PIECE_BYTES, MIN_PIECE_BYTES, TORRENT_PIECES } from '../../limits.ts';

/** Cuts a file into pieces and hashes each with SHA-1 (BEP 3). One piece is in memory at a time. */
export function hashPieces(file: string): { length: number; pieceLength: number; pieces: Buffer } {
  const handle = openSync(file, 'r');
  try {
    const { size: length } = fstatSync(handle);
    const pieceLength = choosePieceLength(length);
    const buffer = Buffer.allocUnsafe(pieceLength);
    const hashes: Buffer[] = [];
    for (let at = 0; at < length; at += pieceLength) {
      const got = readSync(handle, buffer, 0, pieceLength, at);
      hashes.push(hash('sha1', buffer.subarray(0, got), 'buffer'));
    }
    return { length, pieceLength, pieces: Buffer.concat(hashes) };
  } finally {
    closeSync(handle);
  }
}

/** The least power of two with which there are few enough pieces, within what clients take. */
export function choosePieceLength(length: number): number {
  let piece = MIN_PIECE_BYTES;
  while (piece < MAX_PIECE_BYTES && length / piece > TORRENT_PIECES) piece *= 2;
  return piece;
}
