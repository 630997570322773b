import { type Document, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLSeq } from 'yaml';
import type { Replacement } from './replacement.ts';
import { lineAfter, openYaml, yamlText } from './yaml-document.ts';

/** An item that goes into a list of a YAML text. */
export interface Insertion {
  /** The way to the list, names alone; what is missing of it is made at the end. */
  path: readonly string[];
  item: Readonly<Record<string, unknown>>;
  at: 'first' | 'last';
  newline: string;
}

/**
 * Where an item goes into a list, and as what text. Everything else stays as it is written: comments,
 * order, quotes. Undefined where the list stands in a form that this cannot extend.
 */
export function insertItem(yaml: string, insertion: Insertion): Replacement | undefined {
  const document = openYaml(yaml);
  if (!isMap(document.contents) || document.contents.flow === true) return undefined;
  const { path } = insertion;
  const depth = path.findLastIndex((_, index) => pairAt(document, path.slice(0, index + 1)));
  const pair = pairAt(document, path.slice(0, depth + 1));
  if (pair === undefined)
    return { start: yaml.length, end: yaml.length, text: made(insertion, 0, 0, yaml) };
  if (depth === path.length - 1)
    return isInFlow(document, path)
      ? intoFlow(pair.value, insertion)
      : intoList(yaml, pair, insertion);
  return intoGroup(yaml, pair, insertion, depth + 1);
}

type Field = Pair<Scalar>;

function pairAt(document: Document, path: readonly string[]): Field | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const found = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  return found as Field | undefined;
}

/** The missing fields of the way and the list with its one item, as lines. */
function made(insertion: Insertion, depth: number, indent: number, before: string): string {
  const { path, item, newline } = insertion;
  const list: unknown = [item];
  const value = path.slice(depth).reduceRight((inner, name) => ({ [name]: inner }), list);
  const open = before === '' || before.endsWith('\n') ? '' : newline;
  return open + yamlText(value, indent, newline);
}

function intoList(
  yaml: string,
  { key, value }: Field,
  insertion: Insertion,
): Replacement | undefined {
  const { item, newline } = insertion;
  if (isSeq(value) && value.items.length > 0) {
    return value.flow === true ? intoFlow(value, insertion) : intoBlock(yaml, value, insertion);
  }
  const text = yamlText([item], columnOf(yaml, key.range?.[0] ?? 0) + 2, newline);
  if (isSeq(value)) {
    // “[]” gives way to the list; a comment behind it stays where it is.
    const [start = 0, end = 0] = value.range ?? [];
    const after = lineAfter(yaml, end);
    const rest = yaml.slice(end, after);
    const behind = /\S/.test(rest) ? rest : rest.replaceAll(/[ \t]/g, '');
    const closed = behind.endsWith('\n') ? behind : `${behind}${newline}`;
    return { start: yaml.slice(0, start).trimEnd().length, end: after, text: closed + text };
  }
  if (!isScalar(value) || value.source !== '') return undefined;
  const place = lineAfter(yaml, key.range?.[1] ?? 0);
  return { start: place, end: place, text: ended(yaml, place, newline) + text };
}

/** Whether the group around a field is written in braces. */
function isInFlow(document: Document, path: readonly string[]): boolean {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  return isMap(parent) && parent.flow === true;
}

function intoFlow(list: unknown, { item, at }: Insertion): Replacement | undefined {
  if (!isSeq(list) || list.flow !== true) return undefined;
  const json = JSON.stringify(item);
  if (list.items.length === 0) {
    const place = (list.range?.[0] ?? 0) + 1;
    return { start: place, end: place, text: json };
  }
  const node = (at === 'first' ? list.items[0] : list.items.at(-1)) as Scalar | undefined;
  const [start, end] = node?.range ?? [];
  if (start === undefined || end === undefined) return undefined;
  return at === 'first'
    ? { start, end: start, text: `${json}, ` }
    : { start: end, end, text: `, ${json}` };
}

function intoBlock(yaml: string, list: YAMLSeq, insertion: Insertion): Replacement | undefined {
  const start = list.range?.[0] ?? 0;
  const text = yamlText([insertion.item], columnOf(yaml, start), insertion.newline);
  if (insertion.at === 'first') {
    const place = yaml.lastIndexOf('\n', start) + 1;
    return { start: place, end: place, text };
  }
  const last = list.items.at(-1) as Scalar | undefined;
  const place = lineAfter(yaml, last?.range?.[1] ?? start);
  return { start: place, end: place, text: ended(yaml, place, insertion.newline) + text };
}

function intoGroup(
  yaml: string,
  { key, value }: Field,
  insertion: Insertion,
  depth: number,
): Replacement | undefined {
  const outer = columnOf(yaml, key.range?.[0] ?? 0);
  if (isMap(value) && value.flow !== true) {
    const place = lineAfter(yaml, lastEnd(value));
    const indent = columnOf(yaml, value.range?.[0] ?? 0);
    return { start: place, end: place, text: made(insertion, depth, indent, yaml.slice(0, place)) };
  }
  if (!isScalar(value) || value.source !== '') return undefined;
  const place = lineAfter(yaml, key.range?.[1] ?? 0);
  return {
    start: place,
    end: place,
    text: made(insertion, depth, outer + 2, yaml.slice(0, place)),
  };
}

/** Where the last value of a group ends, comments behind it left out. */
function lastEnd(node: unknown): number {
  if (isMap(node) && node.flow !== true)
    return lastEnd(node.items.at(-1)?.value ?? node.items.at(-1)?.key);
  if (isSeq(node) && node.flow !== true) return lastEnd(node.items.at(-1));
  return (node as Scalar | undefined)?.range?.[1] ?? 0;
}

/** What has to be put in front of a new line where the text does not end with one. */
const ended = (text: string, place: number, newline: string): string =>
  place === 0 || text[place - 1] === '\n' ? '' : newline;

const columnOf = (text: string, offset: number): number =>
  offset - (text.lastIndexOf('\n', offset - 1) + 1);
