import { bordersIn } from './borders.ts';
import { maskStars } from './masks.ts';

/** Markdown as it is parsed, and where what stands in it stood before. */
export interface PartedSigns {
  text: string;
  /** From an offset in `text` to the same place in what was given, UTF-16 code units. */
  toGiven: (offset: number) => number;
  /** A piece of `text` that begins at an offset, or what was made of it, without the signs that were put in. */
  withoutPut: (piece: string) => string;
}

/**
 * Parts what the parser would take together and nobody means together: addresses from the borders of their cells by a
 * space, stars that hide letters from emphasis by a backslash.
 */
export function partSigns(given: string): PartedSigns {
  const marks = [
    ...(given.includes('|') ? bordersIn(given) : []).map((at) => ({ at, mark: ' ' })),
    ...maskStars(given).map((at) => ({ at, mark: '\\' })),
  ].sort((one, other) => one.at - other.at);
  if (marks.length === 0)
    return { text: given, toGiven: (offset) => offset, withoutPut: (piece) => piece };
  const parts = marks.map(
    ({ at, mark }, index) => given.slice(marks[index - 1]?.at ?? 0, at) + mark,
  );
  const places = marks.map(({ at }) => at);
  return {
    text: parts.join('') + given.slice(places.at(-1)),
    toGiven: (offset) => offset - countBelow(places, offset),
    withoutPut: (piece) =>
      piece.replaceAll(/(?<=\p{L}(?:\\\*){0,3})\\\*(?=(?:\\\*){0,3}\p{L})/gu, '*'),
  };
}

/** How many signs were put in before an offset of the parted text. */
function countBelow(places: readonly number[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((places[middle] ?? 0) + middle < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
