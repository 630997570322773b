import type { Delete, Emphasis, PhrasingContent, Strong } from 'mdast';
import { lineFrom, type Misread } from './misread.ts';
import { endOf, startOf, textBetween } from './nodes.ts';

/**
 * What signs on either side of a text were taken for, as it was written where they belong to numbers: “1~3 °C” is a
 * range, and “2*3*4” a product. GFM lets one tilde strike out as two do (6.5), and a star emphasise inside a word
 * (CommonMark 6.2); here only two tildes retract, and a star between digits multiplies.
 */
export function keepSigns(node: Delete | Emphasis | Strong, source: string): PhrasingContent[] {
  const start = startOf(node);
  const end = endOf(node);
  const width = node.type === 'emphasis' || !isDouble(node, source) ? 1 : 2;
  const isMeant = node.type === 'delete' ? width === 2 : !isBetweenDigits(start, width, source);
  if (isMeant) return [node];
  const sign = source.slice(start, start + width);
  return [
    textBetween(sign, start, start + width),
    ...node.children,
    textBetween(sign, end - width, end),
  ];
}

const isDouble = (node: Delete | Strong, source: string): boolean =>
  source[startOf(node)] === source[startOf(node) + 1];

const isBetweenDigits = (at: number, width: number, source: string): boolean =>
  source[at] === '*' && /\d/.test(source[at - 1] ?? '') && /\d/.test(source[at + width] ?? '');

/**
 * Where emphasis begins inside emphasis of its own kind: CommonMark (6.2) lets a sign between a mark and a letter, or
 * behind a space, only open, so that “**Why?**Because **he** …” makes bold what was not meant to be.
 */
export function nestedSigns(node: PhrasingContent, source: string): Misread[] {
  if (node.type !== 'emphasis' && node.type !== 'strong') return [];
  const inner = node.children.find((child) => child.type === node.type);
  if (inner?.position === undefined) return [];
  // The one that stands close to what is before it was to end something.
  const offset = startOf(/\S/.test(source[startOf(node) - 1] ?? ' ') ? node : inner);
  const start = source.lastIndexOf('\n', offset) + 1;
  const before = source.slice(start, offset);
  const written = lineFrom(source, offset);
  const sign = written.slice(0, node.type === 'strong' ? 2 : 1);
  const mended = `${before.trimEnd()}${sign} ${written.slice(sign.length)}`;
  return [{ kind: 'emphasis-nested', offset, written, mended }];
}
