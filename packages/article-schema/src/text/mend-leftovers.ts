import { inspectBody, type Place } from '@tamizdat/body';
import {
  BROKEN_REFERENCE,
  findAll,
  type Found,
  IN_TEXTS,
  REFERENCE,
  unescaped,
  UNREAD,
  WORKING,
} from './find-leftovers.ts';
import { EMPHASIS } from './leftover-emphasis.ts';
import { LEFTOVERS, type Leftover } from './leftovers.ts';

/** A line without its markup: what mends a text leaves Markdown, which is taken out in its turn. */
export function plainOf(line: string): string {
  let plain = line;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const before = plain;
    const marked = [REFERENCE, BROKEN_REFERENCE, ...UNREAD, ...LEFTOVERS.filter(isInline)];
    plain = [...marked, ...WORKING, ...UNREAD].reduce(
      (text, { pattern, mend }) => text.replace(pattern, mend),
      plain,
    );
    if (plain === before) break;
  }
  return plain
    .replaceAll(/(?<![\p{L}\p{M}\p{N}%‰°»”"’)\]*])\*{2,3}(?=[\p{L}\p{N}])/gu, '')
    .replaceAll(/(?<=\S) {2,}(?=\S)/g, ' ')
    .trim();
}

/** Markup may stand in markup so many times. */
const TURNS = 4;

/** What works in a text by lines of its own, or by a sign more, is no better in a line that is none. */
const isInline = ({ mend }: Leftover): boolean => !/[\n\\]/.test(mend('**') + mend('<b'));

/** The line to propose; where its signs would be printed all the same, as the settled text has them, with backslashes. */
export function mendedText(written: string, line: Place, ordered: readonly Found[]): string {
  const mended = rightLine(mendedLine(written, line, ordered));
  const inLine = ordered.filter(({ start, end }) => start >= line.start && end <= line.end);
  const meant = inLine.filter(({ kind }) => kind.what === EMPHASIS);
  const signs = meant.map(({ start, end }) => written.slice(start, end).replaceAll(/[^*_]/g, ''));
  const left = signsIn(written.slice(line.start, line.end)) - signs.join('').length;
  const isMended = meant.length === 0 || signsIn(mended) <= Math.max(0, left);
  return isMended ? mended : rightLine(mendedLine(written, line, ordered.map(asPrinted)));
}

/** How many signs of emphasis readers would see, of those without a backslash. */
const signsIn = (line: string): number =>
  unescaped(inspectBody(line).prose).replaceAll(/[^*_]/g, '').length;

/** A line that is proposed, as it is when nothing more is found in it; empty where there is always more. */
function rightLine(line: string): string {
  let right = line;
  for (let turn = 0; turn < TURNS && right.length <= EXAMPLE_MAX; turn += 1) {
    const found = findAll(unescaped(inspectBody(right).prose), IN_TEXTS);
    if (found.length === 0) return right;
    found.sort((one, other) => one.start - other.start);
    const line = { start: 0, end: right.length };
    const next = mendedLine(right, line, found);
    const isStuck = next === right || turn >= TURNS / 2;
    right = isStuck ? mendedLine(right, line, found.map(asPrinted)) : next;
  }
  return right.length > EXAMPLE_MAX ? right : '';
}

/** Signs that emphasise nothing wherever they stand are to be printed: each gets a backslash. */
const asPrinted = (found: Found): Found =>
  found.kind.what === EMPHASIS
    ? { ...found, kind: { ...found.kind, mend: (text) => text.replaceAll(/[*_]/g, '\\$&') } }
    : found;

/** A line with all that was found in it mended, so that it is right as a whole. */
function mendedLine(text: string, line: Place, ordered: readonly Found[]): string {
  let at = line.start;
  const parts: string[] = [];
  for (const { start, end, kind } of ordered) {
    if (start < line.start || end > line.end) continue;
    parts.push(text.slice(at, start), kind.mend(text.slice(start, end)));
    at = end;
  }
  return parts.join('') + text.slice(at, line.end);
}

/** UTF-16 code units of an example: a line to copy, not a paragraph. */
export const EXAMPLE_MAX = 300;
