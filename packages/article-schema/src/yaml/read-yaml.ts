import { isCollection, isMap, isNode, isScalar, LineCounter, type Document, type Node } from 'yaml';
import { SAME_PROBLEMS_MAX } from '@tamizdat/problem';
import { type FieldPath, placeFinding, type Problem, type Span } from '@tamizdat/problem';
import { diagnoseYaml, explainFault, type Diagnosis } from './diagnose-yaml.ts';
import { blankMarkers } from './document-markers.ts';
import { EXCESS, findExcess } from './excess.ts';
import { findMisread } from './misread-values.ts';
import { findFaults, parseYaml } from './parse-yaml.ts';
import { scalarPlaces } from './scalar-places.ts';

/** A YAML text that was read, with the way back from a value to its place in the file. */
export interface YamlSource {
  /** Plain data; undefined where the syntax is broken. */
  value: unknown;
  problems: Problem[];
  /** The place of a field's name or value; of the nearest group around it where the field is missing. */
  locate: (path: FieldPath, at?: 'key' | 'value') => Span;
  /** A text among the values as it is written, not normalised; undefined where there is none. */
  stringAt: (path: FieldPath) => PlacedString | undefined;
  /** A single value as it is written: `007` for 7; undefined for lists, groups and what is missing. */
  written: (path: FieldPath) => string | undefined;
}

/** A text with the way back from its characters to the file. */
export interface PlacedString {
  value: string;
  /** The place of the character at an offset in UTF-16 code units; the value's start where it cannot be known. */
  spanOf: (offset: number) => Span;
}

type NodeRange = readonly [number, number, ...number[]];

/** What is told of a text that could be read all the same. */
const READABLE: ReadonlySet<string> = new Set([
  'yaml-duplicate-key',
  'yaml-value-is-comment',
  'yaml-null-word',
  'yaml-comment-after-value',
  'yaml-document-marker',
  'yaml-dash-space',
]);

/**
 * Reads YAML 1.2 (core schema: dates stay text) from an untrusted file. Anchors, aliases, tags,
 * repeated fields, further documents and more than can be read are problems. `line` is the file's 1-based line on which `written` begins. Never throws.
 */
export function readYaml(written: string, file: string, line = 1): YamlSource {
  const excess = findExcess(written);
  if (excess !== undefined) return unread(written, excess, file, line);
  const { text, markers } = blankMarkers(written);
  const lines = new LineCounter();
  const document = parseYaml(text, lines);
  const span = (start: number, end: number): Span => spanOf(text, lines, line, start, end);
  const problems = [...markers.slice(0, SAME_PROBLEMS_MAX), ...diagnose(document, text)].map(
    ({ finding, start, end }) => placeFinding(finding, file, span(start, end)),
  );
  return {
    value: problems.every(({ code }) => READABLE.has(code))
      ? (document.toJS() as unknown)
      : undefined,
    problems,
    locate: (path, at) => locate(document, span, path, at),
    stringAt: (path) => stringAt(document, text, span, path),
    written: (path) => {
      const value = document.getIn(path, true);
      return isScalar(value) ? value.source : undefined;
    },
  };
}

/** A text of which nothing was read. */
function unread(text: string, excess: number, file: string, first: number): YamlSource {
  const above = text.slice(0, excess).split('\n');
  const span = { line: first + above.length - 1, column: (above.at(-1)?.length ?? 0) + 1 };
  return {
    value: undefined,
    problems: [placeFinding(EXCESS, file, span)],
    locate: () => ({ line: first, column: 1 }),
    stringAt: () => undefined,
    written: () => undefined,
  };
}

function diagnose(document: Document, text: string): Diagnosis[] {
  const faults = findFaults(document, text);
  if (faults.length === 0) return findMisread(document, text).slice(0, SAME_PROBLEMS_MAX);
  const found = diagnoseYaml(text);
  return found.length > 0 ? found : faults.slice(0, SAME_PROBLEMS_MAX).map(explainFault);
}

function stringAt(
  document: Document,
  text: string,
  span: SpanOf,
  path: FieldPath,
): PlacedString | undefined {
  const node = document.getIn(path, true);
  if (!isScalar(node) || typeof node.value !== 'string') return undefined;
  const { value } = node;
  let places: { found: number[] | undefined } | undefined;
  const spanOf = (offset: number): Span => {
    places ??= { found: scalarPlaces(text, node, value) };
    const place = places.found?.[offset];
    return place === undefined ? locate(document, span, path) : span(place, place);
  };
  return { value, spanOf };
}

type SpanOf = (start: number, end: number) => Span;

function spanOf(text: string, lines: LineCounter, first: number, start: number, end: number): Span {
  const position = lines.linePos(start);
  // A point has no length, and looking for its line's end takes long where a line is long.
  const lineEnd = end > start ? text.indexOf('\n', start) : start;
  const stop = Math.min(end, lineEnd === -1 ? text.length : lineEnd);
  const length = text.slice(start, stop).trimEnd().length;
  return {
    line: Math.max(position.line, 1) + first - 1,
    column: Math.max(position.col, 1),
    ...(length > 0 ? { length } : {}),
  };
}

function locate(
  document: Document,
  span: SpanOf,
  path: FieldPath,
  at: 'key' | 'value' = 'value',
): Span {
  const value = document.getIn(path, true);
  if (path.length === 0) return span(0, 0);
  if (at === 'value' && isNode(value) && value.range && !isEmpty(value)) {
    return isCollection(value) && !value.flow
      ? (keySpan(document, span, path) ?? rangeSpan(span, value.range))
      : rangeSpan(span, value.range);
  }
  // An entry of a list has no name: what is missing in it is told at its first line.
  if (typeof path.at(-1) === 'number' && isCollection(value) && value.range) {
    return rangeSpan(span, value.range);
  }
  return keySpan(document, span, path) ?? locate(document, span, path.slice(0, -1), 'key');
}

const isEmpty = (node: Node): boolean => isScalar(node) && node.source === '';

const rangeSpan = (span: SpanOf, range: NodeRange): Span => span(range[0], range[1]);

function keySpan(document: Document, span: SpanOf, path: FieldPath): Span | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const key = parent.items.find(
    ({ key: name }) => isScalar(name) && name.value === path.at(-1),
  )?.key;
  return isScalar(key) && key.range ? rangeSpan(span, key.range) : undefined;
}
