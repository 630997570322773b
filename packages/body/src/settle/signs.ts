import type { Delete, Emphasis, PhrasingContent, Strong } from 'mdast';
import { lineFrom, type Misread } from './misread.ts';
import { endOf, startOf, textBetween } from './nodes.ts';

/**
 * What signs on either side of a text were taken for, as it was written where they belong to numbers: “1~3 °C” is a
 * range, “2*3*4” a product, and a star behind a name marks it. GFM lets one tilde strike out as two do (6.5), and a star
 * emphasise inside a word and behind one (CommonMark 6.2); here only two tildes retract, and a star that begins emphasis
 * does not stand close behind what it is none of.
 */
export function keepSigns(node: Delete | Emphasis | Strong, source: string): PhrasingContent[] {
  const start = startOf(node);
  const end = endOf(node);
  const width = node.type === 'emphasis' || !isDouble(node, source) ? 1 : 2;
  const isMeant =
    node.type === 'delete' ? width === 2 : !isBehindWord(source.slice(0, end), start, width);
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

/** Letters and numbers, the sign of a share, and what closes a quotation or bracket. */
const WORD_BEFORE = /[\p{L}\p{M}\p{N}%‰°»”"’)\]]$/u;

/** “«Дождь»*, «Медуза»*”, “Wähler*innen und Politiker*innen”, “5%*, 6%*”, “(*)”; but not “l’*affaire*”, nor “не*видимый*”. */
function isBehindWord(upToEnd: string, at: number, width: number): boolean {
  if (upToEnd[at] !== '*') return false;
  const before = upToEnd.slice(Math.max(0, at - 2), at);
  const inner = upToEnd.slice(at + width, -width);
  const isPart = /\p{L}$/u.test(before) && !/\s/.test(inner);
  const isElided = /\p{L}[’']$/u.test(before);
  return (!isPart && !isElided && WORD_BEFORE.test(before)) || /^[),.;:!?]/.test(inner);
}

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
