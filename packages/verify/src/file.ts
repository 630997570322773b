import { BLOCK_HASHES } from './limits.ts';
import { toHex } from './node/hex.ts';
import { countPieces, pieceSize } from './node/pieces.ts';
import type { TreeFile } from './node/tree-node.ts';
import { ReleaseError } from './release-error.ts';
import { replaceBase } from './base-address.ts';
import { digest } from './digest.ts';
import type { LocatedFile } from './node.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Where a file came from: needed to undo what a mirror may do to it (SPEC 8.3). */
export interface Source {
  /** The origin's base address, from the release. */
  origin: string;
  /** The base address that the file was fetched under. */
  base: string;
}

/**
 * Judges the bytes of a whole file (SPEC 10.3).
 * @returns the signed bytes: those given, or those with the mirror's base address undone
 * @throws ReleaseError `file-mismatch`
 */
export async function verifyFile(file: TreeFile, bytes: Bytes, source?: Source): Promise<Bytes> {
  const found = await digest(bytes);
  if (bytes.length === file.size && found === file.hash) return bytes;
  if (file.rebased && source) {
    const undone = replaceBase(bytes, source.base, source.origin);
    if (undone.length === file.size && (await digest(undone)) === file.hash) return undone;
  }
  throw new ReleaseError('file-mismatch', {
    at: file.path,
    expected: bytes.length === file.size ? file.hash : `${file.size} bytes`,
    found: bytes.length === file.size ? found : `${bytes.length} bytes`,
  });
}

/** One piece of a file. */
export interface Piece {
  /** Bytes from the start of the file. */
  offset: number;
  /** Bytes. */
  size: number;
  /** Hash of the block that holds the piece's hash, and bytes before it in the block. */
  block: string;
  at: number;
}

/** Lists the pieces of a file (SPEC 4.3, 5.9); none for a file that is too small to have any. */
export function listPieces({ file, leaf }: LocatedFile): Piece[] {
  let before = 0;
  for (const { path, size } of leaf.files) {
    if (path === file.path) break;
    before += countPieces(size);
  }
  const step = pieceSize(file.size);
  return Array.from({ length: countPieces(file.size) }, (_, number) => ({
    offset: number * step,
    size: Math.min(step, file.size - number * step),
    block: leaf.blocks[Math.floor((before + number) / BLOCK_HASHES)] ?? '',
    at: ((before + number) % BLOCK_HASHES) * 32,
  }));
}

/**
 * Judges the bytes of a piece (SPEC 10.4).
 * @param block Bytes of the piece's block, verified by `verifyNodeHash`.
 * @throws ReleaseError `piece-mismatch`
 */
export async function verifyPiece(piece: Piece, bytes: Bytes, block: Bytes): Promise<void> {
  const expected = toHex(block.subarray(piece.at, piece.at + 32));
  const found = await digest(bytes);
  if (bytes.length !== piece.size || found !== expected)
    throw new ReleaseError('piece-mismatch', { at: String(piece.offset), expected, found });
}
