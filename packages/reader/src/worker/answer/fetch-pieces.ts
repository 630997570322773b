import {
  type LocatedFile,
  type Piece,
  verifyFile,
  verifyNodeHash,
  verifyPiece,
} from '@tamizdat/verify';
import { MAX_WHOLE_BYTES } from '../../limits.ts';
import type { Bytes } from '../bytes.ts';
import type { Source } from '../known/fetch-head.ts';
import type { NodeShelf } from '../known/node-shelf.ts';
import { encodePath } from './fetch-genuine.ts';

/**
 * Gets pieces of a file that follow each other from one source (SPEC 10.4); or all of it, where the source sends files whole.
 * Which of the two came is told by the number of bytes: the header that says it is hidden from scripts of another host.
 * @throws NoAnswer, ReleaseError where the source does not have it
 */
export async function fetchPieces(
  pieces: Piece[],
  { file }: LocatedFile,
  { get }: Source,
  nodes: NodeShelf,
): Promise<Bytes> {
  const offset = pieces[0]?.offset ?? 0;
  const size = pieces.reduce((sum, piece) => sum + piece.size, 0);
  const max = file.size > MAX_WHOLE_BYTES ? size : file.size;
  const bytes = await get(encodePath(file.path), max, true, { offset, size });
  if (bytes.length === file.size) return verifyFile(file, bytes);
  for (const piece of pieces) {
    const block = await nodes.find(piece.block, get);
    await verifyNodeHash(block, piece.block);
    const from = piece.offset - offset;
    await verifyPiece(piece, bytes.slice(from, from + piece.size), block);
  }
  return bytes.subarray(0, size);
}
