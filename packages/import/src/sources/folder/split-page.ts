import { type Data, type DataKind, parseData } from './parse-data.ts';

/** A file with fields at its head. */
export interface Page extends Data {
  /** The head as it was written. */
  head: string;
  body: string;
  /** The line at which the body begins, from 1. */
  line: number;
}

/** What stands in the first line, and what ends the head. */
const HEADS: readonly { begins: RegExp; ends: RegExp; kind: DataKind | 'code' }[] = [
  { begins: /^---[ \t]*(?:ya?ml)?[ \t]*$/, ends: /^(?:---|\.\.\.)[ \t]*$/, kind: 'yaml' },
  { begins: /^---[ \t]*json[ \t]*$/, ends: /^---[ \t]*$/, kind: 'json' },
  { begins: /^---[ \t]*toml[ \t]*$/, ends: /^---[ \t]*$/, kind: 'toml' },
  { begins: /^---[ \t]*(?:js|javascript)[ \t]*$/, ends: /^---[ \t]*$/, kind: 'code' },
  { begins: /^\+\+\+[ \t]*$/, ends: /^\+\+\+[ \t]*$/, kind: 'toml' },
];

/** Parts a file into its fields and its text; says where there are none, or none that can be read. Code is not run. */
export function splitPage(text: string): Page | 'no-fields' | 'unreadable' {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const [first = ''] = lines;
  if (/^\{[ \t]*$/.test(first)) return jsonHead(lines);
  const form = HEADS.find(({ begins }) => begins.test(first));
  if (form === undefined) return 'no-fields';
  const end = lines.findIndex((line, index) => index > 0 && form.ends.test(line));
  if (end === -1 || form.kind === 'code') return 'unreadable';
  return pageOf(lines, lines.slice(1, end), end, form.kind);
}

/** JSON as Hugo takes it: its first and last lines are braces. */
function jsonHead(lines: readonly string[]): Page | 'unreadable' {
  const end = lines.findIndex((line) => /^\}[ \t]*$/.test(line));
  return end === -1 ? 'unreadable' : pageOf(lines, lines.slice(0, end + 1), end, 'json');
}

function pageOf(
  lines: readonly string[],
  head: readonly string[],
  end: number,
  kind: DataKind,
): Page | 'unreadable' {
  const text = head.join('\n');
  const data = parseData(text, kind);
  if (data === undefined) return 'unreadable';
  return { ...data, head: text, body: lines.slice(end + 1).join('\n'), line: end + 2 };
}
