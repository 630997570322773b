import { type Book, type BookPicture, buildBook } from '@tamizdat/book';
import type { RecipeName } from '@tamizdat/media';
import type { Gathered } from './build-edition.ts';
import { PICTURE_FRAME_BYTES } from '../limits.ts';

/** Sizes of pictures that are tried, largest first. */
const SIZES = ['letter', 'book'] as const satisfies readonly RecipeName[];

/** A book that is light enough. */
export interface Fitted {
  bytes: Buffer;
  /** Pictures inside, and those that had no room. */
  pictures: number;
  leftOut: number;
}

/** How a book is made. */
export interface Making {
  /** Gathers the articles with pictures of a size. */
  gather: (size: RecipeName) => Promise<Gathered>;
  /** Puts the book together with some of the pictures. */
  compose: (gathered: Gathered, kept: readonly BookPicture[]) => Book;
}

/**
 * Makes a book of at most so many bytes: with smaller pictures where larger ones have no room, then without those at its
 * end.
 * @returns undefined where its text alone is heavier
 */
export async function fitPictures(
  { gather, compose }: Making,
  maxBytes: number,
): Promise<Fitted | undefined> {
  let gathered = await gather(SIZES[0]);
  let bytes = await buildBook(compose(gathered, gathered.pictures));
  for (const size of SIZES.slice(1)) {
    if (bytes.length <= maxBytes) break;
    gathered = await gather(size);
    bytes = await buildBook(compose(gathered, gathered.pictures));
  }
  const { pictures } = gathered;
  if (bytes.length <= maxBytes) return { bytes, pictures: pictures.length, leftOut: 0 };
  const bare = await buildBook(compose(gathered, []));
  for (let count = roomFor(pictures, maxBytes - bare.length); count >= 0; count--) {
    bytes = await buildBook(compose(gathered, pictures.slice(0, count)));
    if (bytes.length <= maxBytes)
      return { bytes, pictures: count, leftOut: pictures.length - count };
  }
  return undefined;
}

/** How many pictures from the first on have room. */
function roomFor(pictures: readonly BookPicture[], bytes: number): number {
  let left = bytes;
  const last = pictures.findIndex((picture) => {
    left -= picture.bytes.length + PICTURE_FRAME_BYTES;
    return left < 0;
  });
  return last === -1 ? pictures.length : last;
}
