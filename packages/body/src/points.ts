import type { Point } from './facts.ts';

/** Makes a function from an offset to its line and column; the lines are found once, when first asked for. */
export function createPointReader(markdown: string): (offset: number) => Point {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [
      0,
      ...Array.from(markdown.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length),
    ];
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
  };
}
