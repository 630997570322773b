import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { sameValue } from './same-value.ts';

export type Fields = Readonly<Record<string, unknown>>;

interface Splice {
  from: number;
  to: number;
  text: string;
}

/**
 * YAML with the fields of `wanted`, and everything else as it was written: fields that did not change keep
 * their bytes, comments included; within one that did, what is the same keeps its style and comments.
 * Fields not in `wanted` are taken out. New ones stand where `order` has them, else at the end.
 * Throws where `source` is no readable map: nothing may be guessed then.
 */
export function mergeYaml(source: string, wanted: Fields, order: readonly string[]): string {
  const document = parseDocument(source, { schema: 'core' });
  if (document.errors.length > 0) throw new Error(document.errors[0]?.message ?? 'unreadable');
  if (document.contents === null) return printFields(wanted, order);
  if (!isMap(document.contents)) throw new Error('the front matter is no list of fields');
  const before = document.toJS() as Fields;
  const pairs = document.contents.items as Pair<Scalar, Node | null>[];
  const splices = pairs.flatMap((pair) => {
    const name = String(pair.key.value);
    if (Object.hasOwn(wanted, name) && sameValue(before[name], wanted[name])) return [];
    return [changePair(source, pair, Object.hasOwn(wanted, name), wanted[name])];
  });
  const fresh = Object.keys(wanted).filter((name) => !Object.hasOwn(before, name));
  return applySplices(source, [...splices, ...placeFresh(source, pairs, wanted, fresh, order)]);
}

function printFields(wanted: Fields, order: readonly string[]): string {
  const names = inOrder(Object.keys(wanted), order);
  return names.map((name) => printPair(name, valueNode(wanted[name]))).join('');
}

function inOrder(names: readonly string[], order: readonly string[]): string[] {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...names].sort((a, b) => rank(a) - rank(b));
}

/** From a field's name to the end of its value, a comment behind it on the line included. */
function rangeOf(source: string, { key, value }: Pair<Scalar, Node | null>): [number, number] {
  const from = key.range?.[0] ?? 0;
  let to = Math.max(value?.range?.[1] ?? 0, key.range?.[1] ?? 0);
  if (source[to - 1] === '\n') to -= source[to - 2] === '\r' ? 2 : 1;
  const rest = /^[^\r\n]*/.exec(source.slice(to))?.[0] ?? '';
  return [from, to + rest.length];
}

function changePair(
  source: string,
  pair: Pair<Scalar, Node | null>,
  stays: boolean,
  wanted: unknown,
): Splice {
  const [from, to] = rangeOf(source, pair);
  if (!stays)
    return { from, to: to + (/^\r?\n/.exec(source.slice(to))?.[0].length ?? 0), text: '' };
  const value = mergeNode(pair.value, wanted);
  // Comments below a collection stay in the source; one behind it on its line is replaced with it.
  if (!isScalar(value) && !source.slice(pair.value?.range?.[1] ?? to, to).includes('#')) {
    value.comment = null;
  }
  const text = printPair(String(pair.key.value), value).replace(/\n$/, '');
  return { from, to, text: source.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text };
}

function placeFresh(
  source: string,
  pairs: readonly Pair<Scalar, Node | null>[],
  wanted: Fields,
  fresh: readonly string[],
  order: readonly string[],
): Splice[] {
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  return inOrder(fresh, order).map((name) => {
    const rank = order.indexOf(name);
    const earlier = pairs.filter(({ key }) => {
      const place = order.indexOf(String(key.value));
      return rank === -1 || (place !== -1 && place < rank);
    });
    const last = earlier.at(-1);
    const text = printPair(name, valueNode(wanted[name])).replaceAll('\n', eol);
    if (last === undefined) return { from: 0, to: 0, text };
    const [, end] = rangeOf(source, last);
    const line = /^\r?\n/.exec(source.slice(end))?.[0].length ?? 0;
    const at = end + line;
    return { from: at, to: at, text: line === 0 ? `${eol}${text}` : text };
  });
}

/** Splices do not overlap; of several at one place the first stands first. */
function applySplices(source: string, splices: readonly Splice[]): string {
  const sorted = splices
    .map((splice, index) => ({ ...splice, index }))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.index - b.index);
  let text = '';
  let at = 0;
  for (const splice of sorted) {
    text += source.slice(at, splice.from) + splice.text;
    at = Math.max(at, splice.to);
  }
  return text + source.slice(at);
}

function printPair(name: string, value: Node): string {
  const document = new Document(new YAMLMap());
  (document.contents as unknown as YAMLMap).set(name, value);
  // As writers type it: no line is folded; `[a, b]` and `{ en: a }`.
  return document.toString({ lineWidth: 0, flowCollectionPadding: isMap(value) });
}

/** A value as a node; words in a list stand in brackets. */
function valueNode(value: unknown): Node {
  const node = new Document(value).contents;
  if (node === null) return new Scalar(null);
  if (isSeq(node)) node.flow = node.items.every((item) => isScalar(item));
  return node;
}

/** The node with another value; what is the same in it stays as it is. */
function mergeNode(node: Node | null, value: unknown): Node {
  if (isScalar(node) && (typeof value !== 'object' || value === null))
    return mergeScalar(node, value);
  if (isMap(node) && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return mergeMap(node as YAMLMap<Scalar, Node | null>, value as Fields);
  }
  if (isSeq(node) && Array.isArray(value)) return mergeSeq(node as YAMLSeq<Node>, value);
  return valueNode(value);
}

function mergeScalar(node: Scalar, value: unknown): Scalar {
  if (Object.is(node.value, value)) return node;
  const next = new Scalar(value);
  if (node.comment) next.comment = node.comment;
  if (typeof value !== 'string' || typeof node.value !== 'string') return next;
  // A block of nothing but spaces reads as nothing.
  if (node.type !== undefined && value.trim() !== '') next.type = node.type;
  return next;
}

function mergeMap(map: YAMLMap<Scalar, Node | null>, wanted: Fields): YAMLMap {
  map.items = map.items.filter(({ key }) => Object.hasOwn(wanted, String(key.value)));
  for (const pair of map.items) {
    pair.value = mergeNode(pair.value, wanted[String(pair.key.value)]);
  }
  const known = new Set(map.items.map(({ key }) => String(key.value)));
  for (const [name, value] of Object.entries(wanted)) {
    if (!known.has(name)) map.set(new Scalar(name), valueNode(value));
  }
  return map;
}

/** Items that are still there keep their nodes wherever they move; others take over the node at their place. */
function mergeSeq(seq: YAMLSeq<Node>, wanted: readonly unknown[]): YAMLSeq {
  const left = seq.items.map((node) => ({
    node,
    value: isNode(node) ? (node.toJS(new Document()) as unknown) : node,
  }));
  const same = wanted.map((value) => {
    const at = left.findIndex((item) => sameValue(item.value, value));
    return at === -1 ? undefined : left.splice(at, 1)[0]?.node;
  });
  const free = left.map(({ node }) => node);
  seq.items = wanted.map((value, at) => same[at] ?? mergeNode(free.shift() ?? null, value));
  return seq;
}
