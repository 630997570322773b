import type { List, ListItem, Nodes, Paragraph, RootContent } from 'mdast';
import { goesOn, isRising, marksOf, writtenOf, type Counted, type ListMark } from './list-forms.ts';
import { lineFrom, type Misread, type MisreadKind } from './misread.ts';
import { endOf, startOf, textBetween } from './nodes.ts';
import { endsSentence } from './sentence-marks.ts';
import { SHARE_CHANGED } from './share.ts';
import { areReplies, dashed, repliesAmong } from './speech.ts';

/** From here on a number is a year or the like: no list of an article is so long. */
const COUNTED_MAX = 999;
/** Changes and temperatures without a word. */
const NUMBER_ALONE = /^[~≈]?\d[\d \u00a0\u202f.,]*(?:[%‰°$€£₽₴₺₪])?[.,;]?$/u;
const TEMPERATURE =
  /^\d+(?:[.,]\d+)?(?:[ \t]*[-–—…][ \t]*[-−]?\d+)?[ \t\u00a0]*(?:°|градус|ступен|degree|grad|grau|degré|stop[nie]|stup[nň]|derece)/iu;

/** Months of languages that write a full stop behind a day: “1. Januar”, “2. ledna”. */
const MONTH = new RegExp(
  `^(?:${[
    'januar jänner februar feber märz april mai juni juli august september oktober november dezember',
    'ledna února března dubna května června července srpna září října listopadu prosince',
    'januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra',
    'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga? prosinca',
    'januarja februarja aprila maja junija julija avgusta oktobra januara februara marta juna jula',
    'јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра',
    'mars marts maj desember december janúar febrúar apríl maí júní júlí ágúst október nóvember desember',
    '(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuuta',
    'jaanuar(?:il)? veebruar(?:il)? märts(?:il)? aprill?(?:il)? juuni(?:l)? juuli(?:l)? oktoober detsember',
    'janvār[iī]s? februār[iī]s? aprīl[iī]s? maij[sā] jūnij[sā] jūlij[sā] august[sā] septembr[iī]s? oktobr[iī]s?',
  ]
    .join(' ')
    .replaceAll(' ', '|')})(?![\\p{L}\\p{M}])`,
  'iu',
);

/** By how much a number can be miscounted. */
const FAR = 5;

/** What stands in a list’s place, and what is to be told of it. */
export interface SettledList {
  blocks: RootContent[];
  misread: Misread[];
}

/**
 * A list as it was meant: Markdown takes what a line begins with for a mark, and would count “1991.”, “1998.” on, or
 * print no minus. What is no list, or cannot be one, keeps what was written, in paragraphs.
 */
export function settleList(
  list: List,
  { beside, isInner }: ListPlace,
  source: string,
): SettledList {
  const marks = marksOf(list, source);
  if (marks === undefined) return { blocks: [list], misread: [] };
  // One item of a list inside another is common, where nothing says that its mark is none.
  const isOne = isInner && marks.length === 1;
  return list.ordered === true
    ? isOne && (marks[0]?.number ?? 0) <= 1
      ? { blocks: [list], misread: [] }
      : settleNumbered(list, marks, beside, source)
    : settleBulleted(list, marks, isOne, source);
}

/** Where a list stands. */
export interface ListPlace {
  beside: Counted;
  /** Inside an item of another, below its first line. */
  isInner: boolean;
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
  if (isRising(numbers)) {
    const areDates = list.children.every((item) => MONTH.test(writtenOf(item, source)));
    return { blocks: areDates ? asWritten() : [list], misread: [] };
  }
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
  const given = numbers[at] ?? 0;
  // So far away it is no miscounted one.
  const isFar = Math.abs(given - (numbers[0] ?? 0) - at) > FAR;
  const asText = `${isLoose ? '' : '\n'}${written.replace(/^\d+/, '$&\\')}`;
  const mended = (isLoose || isFar) && kind === 'list-leaps' ? asText : counted;
  return { kind, offset, written, mended };
}

const isApart = (item: ListItem, source: string): boolean =>
  /\n[ \t>]*\r?\n[ \t>]*$/.test(source.slice(Math.max(0, startOf(item) - 40), startOf(item)));

function settleBulleted(
  list: List,
  marks: readonly ListMark[],
  isOne: boolean,
  source: string,
): SettledList {
  const texts = list.children.map((item) => writtenOf(item, source));
  const isPlain = list.children.every(
    ({ children, checked }, at) =>
      children.length === 1 && texts[at] !== '' && typeof checked !== 'boolean',
  );
  const sign = marks[0]?.sign ?? '';
  const found = isPlain ? kindOfBullets(texts, sign) : undefined;
  const isMeant = isOne && found?.name !== 'speech' && !isChange(texts[0] ?? '', sign);
  const kind = isMeant ? undefined : found;
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
  if (areReplies(texts)) return { name: 'speech', isText: true, told: [...texts.keys()] };
  if (texts.length === 1) return { name: loneKind(first, sign), isText: true, told: [0] };
  const isNumbers = texts.every((text) => /^\d/.test(text));
  if (sign === '+' && isNumbers) return { name: 'lone-plus', isText: true, told: [] };
  if (sign === '-' && texts.every((text) => isChange(text, sign)))
    return { name: 'minus-perhaps', isText: false, told: [...texts.keys()] };
  const told = repliesAmong(texts);
  return told.length === 0 ? undefined : { name: 'speech-perhaps', isText: false, told };
}

/** Whether what follows a sign is a number that it makes more or less. */
const isChange = (text: string, sign: string): boolean =>
  sign === '+'
    ? /^\d/.test(text)
    : sign === '-' && [TEMPERATURE, NUMBER_ALONE, SHARE_CHANGED].some((form) => form.test(text));

function loneKind(text: string, sign: string): MisreadKind {
  if (sign === '*') return 'lone-star';
  if (sign === '+') return 'lone-plus';
  return isChange(text, sign) ? 'lone-minus' : 'lone-dash';
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
      return dashed(text);
  }
}

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
  const end = source.slice(Math.max(0, endOf(above) - 9), endOf(above)).trimEnd();
  return /^[ \t]*\r?\n[ \t>]*$/.test(between) && !/[:;»”"]$/.test(end) && !endsSentence(end);
}
