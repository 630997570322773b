import { type Document, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLSeq } from 'yaml';
import type { Replacement } from './replacement.ts';
import { lineAfter, openYaml } from './yaml-document.ts';

/** An item that is taken out of a list. */
export interface Removal {
  replacements: Replacement[];
  /** The lines on which the item stood, from 1. */
  lines: [first: number, last: number];
  /** Whether a comment stands right above it: nobody can tell whether it was about the item, so that it stays. */
  isExplained: boolean;
}

/**
 * What goes where an item is taken out of the list `name` at the top of a YAML text: its own lines, and nothing else.
 * Undefined where the list stands in a form that this cannot shorten.
 */
export function removeItem(yaml: string, name: string, index: number): Removal | undefined {
  const document = openYaml(yaml);
  const pair = fieldOf(document, name);
  const list = pair?.value;
  if (pair === undefined || !isSeq(list)) return undefined;
  const [start, end] = rangeOf(list, index);
  if (start === undefined || end === undefined) return undefined;
  if (list.flow === true) return { ...fromFlow(list, index), ...around(yaml, start, end) };
  const dash = yaml.lastIndexOf('-', start - 1);
  const from = yaml.lastIndexOf('\n', dash) + 1;
  // Something else in the line of the dash would go with it.
  if (dash === -1 || /\S/.test(yaml.slice(from, dash))) return undefined;
  const to = lineAfter(yaml, end);
  const gone = { start: from, end: to, text: '' };
  const empty = { start: afterColon(yaml, pair), end: afterColon(yaml, pair), text: ' []' };
  const isLast = list.items.length === 1;
  return { replacements: isLast ? [gone, empty] : [gone], ...around(yaml, from, to - 1) };
}

function fieldOf({ contents }: Document, name: string): Pair<Scalar> | undefined {
  if (!isMap(contents)) return undefined;
  const found = contents.items.find(({ key }) => isScalar(key) && key.value === name);
  return found as Pair<Scalar> | undefined;
}

function rangeOf({ items }: YAMLSeq, index: number): [start?: number, end?: number] {
  const [start, end] = (items[index] as Scalar | undefined)?.range ?? [];
  return start === undefined || end === undefined ? [] : [start, end];
}

/** One comma goes with it: that behind it, or, for the last one, that before it. */
function fromFlow(list: YAMLSeq, index: number): Pick<Removal, 'replacements'> {
  const [start = 0, end = 0] = rangeOf(list, index);
  const [, before] = rangeOf(list, index - 1);
  const [after] = rangeOf(list, index + 1);
  if (after !== undefined) return { replacements: [{ start, end: after, text: '' }] };
  return { replacements: [{ start: before ?? start, end, text: '' }] };
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

function around(yaml: string, start: number, end: number): Pick<Removal, 'lines' | 'isExplained'> {
  const first = lineOf(yaml, start);
  const above = yaml.split('\n')[first - 2] ?? '';
  return { lines: [first, lineOf(yaml, end)], isExplained: /^\s*#/.test(above) };
}

/** Behind the colon of a field: what stands there is a comment at most. */
const afterColon = (yaml: string, { key }: Pair<Scalar>): number =>
  yaml.indexOf(':', key.range?.[1] ?? 0) + 1;
