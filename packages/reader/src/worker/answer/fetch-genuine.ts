import {
  boundServed,
  type LocatedFile,
  locateFile,
  ReleaseError,
  type TreeFile,
  verifyFile,
} from '@tamizdat/verify';
import { PIECE_BYTES } from '@tamizdat/verify/format';
import { MAX_HELD_BYTES } from '../../limits.ts';
import type { Bytes } from '../bytes.ts';
import type { GenuineFile } from '../kept/kept-file.ts';
import type { Get, Source } from '../known/fetch-head.ts';
import type { KnownHead } from '../known/known-head.ts';
import type { NodeShelf } from '../known/node-shelf.ts';
import { NoAnswer, TooLong } from '../sources/read-answer.ts';

/** What is at hand of a file with this hash: then nothing is fetched. */
export type AtHand = (hash: string) => GenuineFile | undefined;

/**
 * Gets a file of the newest release from one source: by its path; where other bytes are there, after asking the source
 * for a newer release, by its hash, where publishing puts what changed.
 * @param isInPieces Whether files that have pieces are to come in them; long ones do anyway.
 * @returns where the file stands in the tree, if it is to come in them
 * @throws ReleaseError `not-in-tree` where the newest release holds no such path; NoAnswer, other ReleaseErrors where
 *   the source does not have it
 */
export async function fetchGenuine(
  path: string,
  source: Source,
  known: KnownHead,
  nodes: NodeShelf,
  atHand: AtHand,
  isInPieces: boolean,
): Promise<GenuineFile | LocatedFile> {
  const { base, get, isAsked } = source;
  const release = known.head?.release;
  if (!release) throw new NoAnswer('no head');
  const { origin, tree } = release;
  let located: LocatedFile | undefined;
  try {
    located = await locateFile(path, release, (hash) => nodes.find(hash, get));
    const { file } = located;
    const held = atHand(file.hash);
    if (held) return { file, bytes: held.bytes };
    const isLarge = hasPieces(file);
    if (isLarge && (isInPieces || file.size > MAX_HELD_BYTES)) return located;
    const bytes = await get(
      encodePath(path),
      boundServed(file.size, origin, base, file.rebased),
      isLarge,
    );
    return { file, bytes: await verifyFile(file, bytes, { origin, base }) };
  } catch (error) {
    if (!(error instanceof ReleaseError) && !(error instanceof TooLong)) throw error;
    if (!isAsked) {
      await known.refresh(source);
      if (known.head?.release.tree.root !== tree.root)
        return fetchGenuine(path, { ...source, isAsked: true }, known, nodes, atHand, isInPieces);
    }
    if (!located) throw error;
  }
  const { file } = located;
  return { file, bytes: await fetchByHash(file, get) };
}

/** Gets a file by its hash, where publishing puts what changes and what it was before. */
export const fetchByHash = async (file: TreeFile, get: Get): Promise<Bytes> =>
  verifyFile(file, await get(`release/files/${file.hash}`, file.size));

/**
 * Whether a file can come in pieces: not where a mirror may have put its address into the file, which moves all bytes, and not
 * for texts that hosts compress to a piece or less, for a range is of the uncompressed.
 */
const hasPieces = ({ size, type, rebased }: TreeFile): boolean =>
  !rebased && size > (/text|json|script|xml/.test(type) ? 3 : 1) * PIECE_BYTES;

/** A path as it stands in an address. */
export const encodePath = (path: string): string =>
  path.split('/').map(encodeURIComponent).join('/');
