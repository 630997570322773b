import type { Delete, Emphasis, Nodes, PhrasingContent, Strong } from 'mdast';
import { lineFrom, type Misread } from './misread.ts';
import { endOf, startOf, textBetween } from './nodes.ts';

type Signed = Delete | Emphasis | Strong;

const isSigned = (node: Nodes | undefined): node is Signed =>
  node?.type === 'delete' || node?.type === 'emphasis' || node?.type === 'strong';

/**
 * What signs on either side of a text were taken for, as it was written where they are none: “1~3 °C” is a range,
 * “2*3*4” a product, “s***t” a word that nobody should read, and a star behind a name marks it. GFM lets one tilde
 * strike out as two do (6.5), and a star emphasise inside a word and behind one (CommonMark 6.2); here only two tildes
 * retract, and stars emphasise that stand neither close behind what they are none of nor before what closes, and of
 * which none is left over. `parent` is the node whose children these are; what was taken back is judged inside as well.
 */
export function keepSigns(
  nodes: readonly PhrasingContent[],
  source: string,
  parent?: Nodes,
): PhrasingContent[] {
  return nodes.flatMap((node, at): PhrasingContent[] => {
    if (!isSigned(node)) return [node];
    const [start, end, width] = [startOf(node), endOf(node), widthOf(node, source)];
    const isOuter = isSigned(parent);
    const run = {
      isUsedBefore:
        isSigned(nodes[at - 1]) || (isOuter && startOf(parent) + widthOf(parent, source) === start),
      isUsedBehind:
        isSigned(nodes[at + 1]) || (isOuter && endOf(parent) - widthOf(parent, source) === end),
    };
    const isMeant =
      node.type === 'delete' ? width === 2 : isEmphasis(source, { start, end, width, ...run });
    if (isMeant) return [node];
    const sign = source.slice(start, start + width);
    return [
      textBetween(sign, start, start + width),
      ...keepSigns(node.children, source),
      textBetween(sign, end - width, end),
    ];
  });
}

const widthOf = (node: Signed, source: string): number =>
  node.type !== 'emphasis' && source[startOf(node)] === source[startOf(node) + 1] ? 2 : 1;

/** Where signs stand; what is used before and behind them are signs of others, around or beside. */
interface Run {
  start: number;
  end: number;
  width: number;
  isUsedBefore: boolean;
  isUsedBehind: boolean;
}

/** Letters and numbers, the sign of a share, and what closes a quotation or bracket. */
const WORD_BEFORE = /[\p{L}\p{M}\p{N}%‰°»”"’)\]]$/u;
/** What only closes: brackets, marks of a sentence, and a quotation mark that no word follows (French sets a space behind its “«”). */
const CLOSES =
  /^(?:[,.;:!?،؛؟۔।、，；：！？]|\p{Pe}|["'»”“’‘›](?:\s|$)|["'«»“”’‘‹›](?:[,;:!?)\]]|\.(?!\.)|[-–—]\p{L}))/u;
/** What only opens: a bracket, and a quotation mark behind a space (French sets one before its “»”). */
const OPENS = /(?:\p{Ps}|(?:^|\s)["'«„“”‘‹])$/u;
const SPOKEN = /[\p{L}\p{N}]/u;

/**
 * Whether signs emphasise what is between them: not in “«Дождь»*, «Медуза»*”, “Wähler*innen und Politiker*innen”,
 * “5%*, 6%*”, “(*)”, “«***» и «***»”, “***-**-12”; but in “l’*affaire*” and “не*видимый*”.
 */
function isEmphasis(source: string, run: Run): boolean {
  const sign = source[run.start] ?? '';
  const first = pastRun(source, run.start, -1, sign);
  const last = pastRun(source, run.end, 1, sign);
  const innerStart = pastRun(source, run.start, 1, sign);
  const innerEnd = pastRun(source, run.end, -1, sign);
  const before = source.slice(Math.max(0, first - 20), first);
  const inner = source.slice(innerStart, Math.max(innerStart, innerEnd));
  const behind = source.slice(last, last + 2);
  if (CLOSES.test(inner) || OPENS.test(inner.slice(-3))) return false;
  if (!SPOKEN.test(inner) && /^[-–—/\p{L}\p{N}]/u.test(behind)) return false;
  if (last > run.end && !run.isUsedBehind && /^[\p{L}\p{N}]/u.test(behind)) return false;
  // At a line’s beginning the star of a note may stand before what is bold.
  const isNote = /^\p{L}/u.test(inner) && !SPOKEN.test(before.slice(before.lastIndexOf('\n') + 1));
  if (first < run.start && !run.isUsedBefore && !isNote) return false;
  return sign !== '*' || !isBehindWord(before, inner);
}

function isBehindWord(before: string, inner: string): boolean {
  const isPart = /\p{L}$/u.test(before) && !/\s/.test(inner);
  const isElided = /\p{L}[’']$/u.test(before);
  return !isPart && !isElided && WORD_BEFORE.test(before);
}

/** Where a run of signs ends, from a place at its border or in it, in one direction; an escaped one is none. */
function pastRun(source: string, from: number, step: 1 | -1, sign: string): number {
  let at = from;
  while (source[step === 1 ? at : at - 1] === sign) at += step;
  return step === -1 && at < from && source[at - 1] === '\\' ? at + 1 : at;
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
