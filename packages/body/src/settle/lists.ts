import type { List, ListItem, Nodes, Paragraph, RootContent } from 'mdast';
import { goesOn, isRising, marksOf, writtenOf, type Counted, type ListMark } from './list-forms.ts';
import { lineFrom, type Misread, type MisreadKind } from './misread.ts';
import { endOf, startOf, textBetween } from './nodes.ts';

/** From here on a number is a year or the like: no list of an article is so long. */
const COUNTED_MAX = 999;
/**
 * How a narrator comes in: a mark of the sentence, a dash between spaces, a small letter. Behind a quotation mark alone
 * a dash explains: “«Прогресс» — завод”.
 */
const NARRATED = /[,?!…][ \t]+[-–—][ \t]+[\p{Ll}\p{Lo}]/u;
/** The same as French sets it: without a dash, behind a mark that has a space before it. */
const NARRATED_BARE = /[ \u00a0\u202f][?!][ \u00a0]\p{Ll}/u;
/** Changes and temperatures without a word. */
const NUMBER_ALONE = /^[~≈]?\d[\d \u00a0\u202f.,]*(?:[%‰°$€£₽₴₺₪])?[.,;]?$/u;
const TEMPERATURE =
  /^\d+(?:[.,]\d+)?(?:[ \t]*[-–—…][ \t]*[-−]?\d+)?[ \t\u00a0]*(?:°|градус|ступен|degree|grad|grau|degré|stop[nie]|stup[nň]|derece)/iu;

/** What stands in a list’s place, and what is to be told of it. */
export interface SettledList {
  blocks: RootContent[];
  misread: Misread[];
}

/**
 * A list as it was meant: Markdown takes what a line begins with for a mark, and would count “1991.”, “1998.” on, or
 * print no minus. What is no list, or cannot be one, keeps what was written, in paragraphs.
 */
export function settleList(list: List, beside: Counted, source: string): SettledList {
  const marks = marksOf(list, source);
  if (marks === undefined) return { blocks: [list], misread: [] };
  return list.ordered === true
    ? settleNumbered(list, marks, beside, source)
    : settleBulleted(list, marks, source);
}

function settleNumbered(
  list: List,
  marks: readonly ListMark[],
  beside: Counted,
  source: string,
): SettledList {
  const numbers = marks.map(({ number = 0 }) => number);
  const [first = 0] = numbers;
  const asWritten = () => list.children.flatMap((item, at) => printed(item, marks[at]));
  if (first > COUNTED_MAX) return { blocks: asWritten(), misread: [] };
  if (numbers.length === 1) {
    const isText = !goesOn(first, beside);
    return { blocks: isText ? asWritten() : [list], misread: [] };
  }
  if (isRising(numbers)) return { blocks: [list], misread: [] };
  const isSame = first <= 1 && numbers.every((number) => number === first);
  return isSame
    ? { blocks: [list], misread: [numberNote('list-repeats', list, numbers, source)] }
    : { blocks: asWritten(), misread: [numberNote('list-leaps', list, numbers, source)] };
}

function numberNote(
  kind: MisreadKind,
  list: List,
  numbers: readonly number[],
  source: string,
): Misread {
  const at = numbers.findIndex((number, index) => number !== (numbers[0] ?? 0) + index);
  const item = list.children[at] ?? list.children[0];
  const offset = item === undefined ? startOf(list) : startOf(item);
  const written = lineFrom(source, offset);
  // A line of its own is more likely a date than a miscounted list.
  const isLoose = list.children.some((each, index) => index > 0 && isApart(each, source));
  const counted = written.replace(/^\d+/, String((numbers[0] ?? 0) + at));
  const mended = isLoose && kind === 'list-leaps' ? written.replace(/^\d+/, '$&\\') : counted;
  return { kind, offset, written, mended };
}

const isApart = (item: ListItem, source: string): boolean =>
  /\n[ \t>]*\r?\n[ \t>]*$/.test(source.slice(Math.max(0, startOf(item) - 40), startOf(item)));

function settleBulleted(list: List, marks: readonly ListMark[], source: string): SettledList {
  const texts = list.children.map((item) => writtenOf(item, source));
  const isPlain = list.children.every(
    ({ children, checked }, at) =>
      children.length === 1 && texts[at] !== '' && typeof checked !== 'boolean',
  );
  const sign = marks[0]?.sign ?? '';
  const kind = isPlain ? kindOfBullets(texts, sign) : undefined;
  if (kind === undefined) return { blocks: [list], misread: [] };
  const misread = kind.told.map((at) => {
    const offset = startOf(list.children[at] ?? list);
    const written = lineFrom(source, offset);
    return { kind: kind.name, offset, written, mended: mendedLine(kind.name, written) };
  });
  const blocks = kind.isText
    ? list.children.flatMap((item, at) => printed(item, marks[at]))
    : [list];
  return { blocks, misread };
}

interface BulletKind {
  name: MisreadKind;
  /** Whether it is printed as it was written. */
  isText: boolean;
  /** Positions of the items that are told of. */
  told: number[];
}

function kindOfBullets(texts: readonly string[], sign: string): BulletKind | undefined {
  const [first = ''] = texts;
  if (texts.some((text) => NARRATED.test(text)))
    return { name: 'speech', isText: true, told: [...texts.keys()] };
  if (texts.length === 1) return { name: loneKind(first, sign), isText: true, told: [0] };
  const isNumbers = texts.every((text) => /^\d/.test(text));
  if (sign === '+' && isNumbers) return { name: 'lone-plus', isText: true, told: [] };
  if (sign === '-' && texts.every((text) => TEMPERATURE.test(text) || NUMBER_ALONE.test(text)))
    return { name: 'minus-perhaps', isText: false, told: [...texts.keys()] };
  const told = repliesAmong(texts);
  return told.length === 0 ? undefined : { name: 'speech-perhaps', isText: false, told };
}

/** Items that may be a question and its answer, in this order or as a reply that asks back. */
function repliesAmong(texts: readonly string[]): number[] {
  if (texts.some((text) => NARRATED_BARE.test(text))) return [...texts.keys()];
  const asks = texts.findIndex((text, at) => {
    const next = texts[at + 1];
    return next !== undefined && text.endsWith('?') !== next.endsWith('?') && isReply(text, next);
  });
  return asks === -1 ? [] : [asks, asks + 1];
}

/** What answers a question may end in any way; what a question follows is a sentence. */
const isReply = (text: string, next: string): boolean =>
  text.endsWith('?') || (/[.!…]["»”]?$/.test(text) && next.endsWith('?'));

function loneKind(text: string, sign: string): MisreadKind {
  if (sign === '*') return 'lone-star';
  if (sign === '+') return 'lone-plus';
  return /^[\d~≈]/.test(text) ? 'lone-minus' : 'lone-dash';
}

function mendedLine(kind: MisreadKind, written: string): string {
  const text = written.slice(1).trimStart();
  switch (kind) {
    case 'lone-star':
      return `\\* ${text}`;
    case 'lone-plus':
      return /^\d/.test(text) ? `+${text}` : `\\+ ${text}`;
    case 'lone-minus':
    case 'minus-perhaps':
      return `−${text}`;
    default:
      return `— ${text.replaceAll(/([,.?!…»”"][ \t]+)-{1,3}(?=[ \t])/g, '$1—')}`;
  }
}

/**
 * The list with a number that stands behind a mark on its line as it was written, where Markdown (CommonMark 5.2) takes it for
 * the mark of a list inside the item: “24. 02. 2022” is a date, and “- 1991. …” begins with a year.
 */
export function unnestNumbers(list: List, source: string): { list: List; misread: Misread[] } {
  const misread: Misread[] = [];
  const children = list.children.map((item): ListItem => {
    const [first, ...others] = item.children;
    const isMark = first?.type === 'list' && first.ordered === true;
    if (!isMark || /[\r\n]/.test(source.slice(startOf(item), startOf(first)))) return item;
    const inner = unnestNumbers(first, source);
    const settled = settleList(inner.list, NOTHING_BESIDE, source);
    misread.push(...inner.misread, ...settled.misread);
    return { ...item, children: [...settled.blocks, ...others] as ListItem['children'] };
  });
  return { list: { ...list, children }, misread };
}

const NOTHING_BESIDE: Counted = { firsts: new Set(), lasts: new Set() };

/** An item as blocks, with its mark before its text. */
function printed(item: ListItem, mark: ListMark | undefined): RootContent[] {
  const start = startOf(item);
  const [first, ...others] = item.children;
  const task = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : '';
  const written = `${mark?.written ?? ''} ${task}`;
  if (first?.type !== 'paragraph') {
    const alone = textBetween(written.trim(), start, start + written.trim().length);
    return [{ type: 'paragraph', children: [alone], ...placeOf(alone, alone) }, ...item.children];
  }
  const lead = textBetween(written, start, startOf(first));
  const children = [lead, ...first.children];
  return [{ ...first, children, ...placeOf(lead, first) }, ...others];
}

function placeOf(from: Nodes, to: Nodes): Pick<Paragraph, 'position'> {
  return from.position && to.position
    ? { position: { start: from.position.start, end: to.position.end } }
    : {};
}

/** Whether a block goes on with the sentence of the paragraph on the line above it. */
export function continues(above: Nodes | undefined, list: Nodes, source: string): boolean {
  if (above?.type !== 'paragraph') return false;
  const between = source.slice(endOf(above), startOf(list));
  return (
    /^[ \t]*\r?\n[ \t>]*$/.test(between) &&
    !/[.!?…:;»”"][ \t]*$/.test(source.slice(Math.max(0, endOf(above) - 9), endOf(above)))
  );
}
