import {
  type LocatedFile,
  type Piece,
  verifyFile,
  verifyNodeHash,
  verifyPiece,
} from '@tamizdat/verify';
import type { Bytes } from '../bytes.ts';
import type { NodeShelf } from '../known/node-shelf.ts';
import { encodePath, type Source } from './fetch-genuine.ts';

/**
 * Gets a piece of a file from one source (SPEC 10.4); or all of it, where the source sends files whole. Which of the two
 * came is told by the number of bytes: the header that says it is hidden from scripts of another host.
 * @throws NoAnswer, ReleaseError where the source does not have it
 */
export async function fetchPiece(
  piece: Piece,
  { file }: LocatedFile,
  { get }: Source,
  nodes: NodeShelf,
): Promise<Bytes> {
  const block = await nodes.find(piece.block, get);
  await verifyNodeHash(block, piece.block);
  const bytes = await get(encodePath(file.path), file.size, true, piece);
  if (bytes.length === file.size) return verifyFile(file, bytes);
  await verifyPiece(piece, bytes, block);
  return bytes;
}
