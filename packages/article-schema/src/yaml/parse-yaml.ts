import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  type LineCounter,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
} from 'yaml';

/** Parses YAML 1.2 (core schema: dates stay text) as front matter and records are written. Never throws. */
export function parseYaml(text: string, lineCounter?: LineCounter): Document {
  return parseDocument(text, {
    ...(lineCounter === undefined ? {} : { lineCounter }),
    schema: 'core',
    prettyErrors: false,
    stringKeys: true,
    // The parser compares each key with all before it: a megabyte of keys would take minutes.
    uniqueKeys: false,
    // Prints nothing here; with “silent” the library drops further documents without an error.
    logLevel: 'error',
  });
}

/** White space that looks like a space and is none to YAML. */
export const ODD_SPACE = '[\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000\\uFEFF]';
const ODD_KEY = new RegExp(`^${ODD_SPACE}`);
const ODD_LINE = new RegExp(`^ *${ODD_SPACE}`, 'm');

/** Something that keeps a text from being read as fields. */
export interface Fault {
  code: ErrorCode;
  /** Offsets in UTF-16 code units. */
  start: number;
  end: number;
}

/** All that keeps a text from being read as fields with values; nothing for an empty text or a list. */
export function findFaults(document: Document, text: string): Fault[] {
  const errors = [...document.errors, ...document.warnings].map(({ code, pos }) => ({
    code,
    start: code === 'MISSING_CHAR' ? openQuote(document, pos[0]) : pos[0],
    end: pos[1],
  }));
  if (errors.length > 0) return errors;
  const { contents } = document;
  if (isScalar(contents) && contents.value !== null) {
    return [{ code: 'MULTILINE_IMPLICIT_KEY', start: contents.range?.[0] ?? 0, end: text.length }];
  }
  return [...findReferences(document, text), ...findOddKeys(document, text)];
}

/** Where the quotation begins that runs to the end of the text; the given place where there is none. */
function openQuote(document: Document, at: number): number {
  let start = at;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type !== 'QUOTE_DOUBLE' && type !== 'QUOTE_SINGLE') return;
      if (range && range[0] < at && range[1] >= at) start = range[0];
    },
  });
  return start;
}

/** Anchors and aliases: front matter is data, not a program; a value stands where it is read. */
function findReferences(document: Document, text: string): Fault[] {
  if (!/[&*]/.test(text)) return [];
  const faults: Fault[] = [];
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor === undefined) return;
      const [start, end] = node.range ?? [0, 0];
      faults.push({ code: 'BAD_ALIAS', start, end });
    },
  });
  return faults;
}

/** Fields whose name begins with a space that is none to YAML: they were meant to be indented. */
function findOddKeys(document: Document, text: string): Fault[] {
  if (!ODD_LINE.test(text)) return [];
  const faults: Fault[] = [];
  visit(document, {
    Map: (_, map) => {
      for (const { key } of isMap(map) ? map.items : []) {
        if (!isNode(key) || !isScalar(key) || !ODD_KEY.test(String(key.value))) continue;
        const [start, end] = key.range ?? [0, 0];
        faults.push({ code: 'BAD_INDENT', start, end });
      }
    },
  });
  return faults;
}
