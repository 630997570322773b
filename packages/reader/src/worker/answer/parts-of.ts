import { listPieces, type LocatedFile, type Piece, type TreeFile } from '@tamizdat/verify';
import { PART_BYTES } from '../../limits.ts';
import type { Bytes } from '../bytes.ts';
import type { GenuineFile } from '../kept/kept-file.ts';

/** Gets some bytes of a file from an offset on, verified. */
export type GetPart = (offset: number) => Promise<Bytes>;

/**
 * Gives what gets parts of a file: as many pieces as come at once, a single one where connections freeze.
 * @param fetch Gets pieces that follow each other, verified; or the whole file.
 */
export function partsOf(
  located: LocatedFile,
  fetch: (pieces: Piece[]) => Promise<Bytes>,
  isFrozen: () => boolean,
): GetPart {
  const pieces = listPieces(located);
  const [{ size } = located.file] = pieces;
  let whole: Bytes | undefined;
  return async (offset) => {
    const first = Math.floor(offset / size);
    const count = isFrozen() ? 1 : Math.ceil(PART_BYTES / size);
    const part = whole ?? (await fetch(pieces.slice(first, first + count)));
    if (part.length === located.file.size) whole = part;
    return part.subarray(whole ? offset : offset % size);
  };
}

/** Puts the parts of a file together. */
export async function joinParts(file: TreeFile, getPart: GetPart): Promise<GenuineFile> {
  const bytes = new Uint8Array(file.size);
  for (let offset = 0; offset < file.size;) {
    const part = await getPart(offset);
    bytes.set(part, offset);
    offset += part.length;
  }
  return { file, bytes };
}
