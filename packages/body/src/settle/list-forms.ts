import type { List, ListItem, Nodes } from 'mdast';
import { startOf } from './nodes.ts';

/** The mark of a list’s item as it was written: `1991.`, `2)`, `-`. */
export interface ListMark {
  written: string;
  /** What ends a number, or the bullet. */
  sign: string;
  number?: number;
}

const MARK = /^(?:(\d{1,9})([.)])|([-+*]))/;

function markOf(item: ListItem, source: string): ListMark | undefined {
  const start = startOf(item);
  const match = MARK.exec(source.slice(start, start + 10));
  if (match === null) return undefined;
  const [written, digits, delimiter = '', bullet = ''] = match;
  return digits === undefined
    ? { written, sign: bullet }
    : { written, sign: delimiter, number: Number(digits) };
}

/** The written marks of a list’s items; undefined where one cannot be read. */
export function marksOf(list: List, source: string): ListMark[] | undefined {
  const marks = list.children.map((item) => markOf(item, source));
  return marks.every((mark) => mark !== undefined) ? marks : undefined;
}

/** The text of an item’s first paragraph as it was written; empty where it begins with something else. */
export function writtenOf({ children: [first] }: ListItem, source: string): string {
  return first?.type !== 'paragraph' || first.position === undefined
    ? ''
    : source.slice(first.position.start.offset, first.position.end.offset);
}

export const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => number === (numbers[0] ?? 0) + index);

/** The numbers with which the ordered lists among some blocks begin and end. */
export interface Counted {
  firsts: ReadonlySet<number>;
  lasts: ReadonlySet<number>;
}

export function countedAmong(blocks: readonly Nodes[], source: string): Counted {
  const lists = blocks.filter((block) => block.type === 'list' && block.ordered === true);
  const numbers = lists.map((list) => marksOf(list as List, source) ?? []);
  return {
    firsts: new Set(numbers.map((marks) => marks[0]?.number ?? NaN)),
    lasts: new Set(numbers.map((marks) => marks.at(-1)?.number ?? NaN)),
  };
}

/** Whether a number goes on with, or before, another list beside it: “1.”, an answer, “2.”, an answer. */
export const goesOn = (number: number, { firsts, lasts }: Counted): boolean =>
  firsts.has(number + 1) || lasts.has(number - 1);
