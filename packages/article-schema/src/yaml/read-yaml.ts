import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import { placeFinding, type FieldPath, type Finding, type Problem, type Span } from '../problem.ts';
import { scalarPlaces } from './scalar-places.ts';
import { SYNTAX_MESSAGES } from './syntax-messages.ts';

/** A YAML text that was read, with the way back from a value to its place in the file. */
export interface YamlSource {
  /** Plain data; undefined where the syntax is broken. */
  value: unknown;
  problems: Problem[];
  /** The place of a field's name or value; of the nearest group around it where the field is missing. */
  locate: (path: FieldPath, at?: 'key' | 'value') => Span;
  /** A text among the values as it is written, not normalised; undefined where there is none. */
  stringAt: (path: FieldPath) => PlacedString | undefined;
}

/** A text with the way back from its characters to the file. */
export interface PlacedString {
  value: string;
  /** The place of the character at an offset in UTF-16 code units; the value's start where it cannot be known. */
  spanOf: (offset: number) => Span;
}

type NodeRange = readonly [number, number, ...number[]];

/**
 * Reads YAML 1.2 (core schema: dates stay text) from an untrusted file. Anchors, aliases, tags and
 * repeated fields are problems. `line` is the file's 1-based line on which `text` begins. Never throws.
 */
export function readYaml(text: string, file: string, line = 1): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    prettyErrors: false,
    stringKeys: true,
    // The parser compares each key with all before it: a megabyte of keys would take minutes.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const span = (start: number, end: number): Span => spanOf(text, lines, line, start, end);
  const problems = [
    ...[...document.errors, ...document.warnings].map((error) => syntaxProblem(error, file, span)),
    ...repeatedFields(document, file, span),
    ...refuseReferences(document, text, file, span),
  ];
  return {
    value: problems.every(({ code }) => code === 'yaml-duplicate-key')
      ? (document.toJS() as unknown)
      : undefined,
    problems,
    locate: (path, at) => locate(document, span, path, at),
    stringAt: (path) => stringAt(document, text, span, path),
  };
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
  const lineEnd = text.indexOf('\n', start);
  const stop = Math.min(end, lineEnd === -1 ? text.length : lineEnd);
  const length = text.slice(start, stop).trimEnd().length;
  return {
    line: Math.max(position.line, 1) + first - 1,
    column: Math.max(position.col, 1),
    ...(length > 0 ? { length } : {}),
  };
}

function syntaxProblem(error: YAMLError, file: string, span: SpanOf): Problem {
  const finding: Finding = {
    code: `yaml-${error.code.toLowerCase().replaceAll('_', '-')}`,
    path: [],
    ...SYNTAX_MESSAGES[error.code],
  };
  return placeFinding(finding, file, span(error.pos[0], error.pos[1]));
}

/** A field that stands twice in one group: the second would silently win. */
function repeatedFields(document: Document, file: string, span: SpanOf): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          const [start, end] = key.range ?? [0, 0];
          const code = 'yaml-duplicate-key';
          const finding: Finding = { code, path: [], ...SYNTAX_MESSAGES.DUPLICATE_KEY };
          problems.push(placeFinding(finding, file, span(start, end)));
        }
        seen.add(key.value);
      }
    },
  });
  return problems;
}

/** Front matter is data, not a program: a value stands where it is read. */
function refuseReferences(document: Document, text: string, file: string, span: SpanOf): Problem[] {
  if (!/[&*]/.test(text)) return [];
  const problems: Problem[] = [];
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor === undefined) return;
      const [start, end] = node.range ?? [0, 0];
      const finding: Finding = { code: 'yaml-anchor', path: [], ...SYNTAX_MESSAGES.BAD_ALIAS };
      problems.push(placeFinding(finding, file, span(start, end)));
    },
  });
  return problems;
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
