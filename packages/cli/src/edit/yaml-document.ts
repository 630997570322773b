import { type Document, parseDocument, stringify } from 'yaml';

/** Reads YAML as articles are read (core schema: dates stay text), with the places of its nodes. */
export function openYaml(text: string): Document {
  return parseDocument(text, { schema: 'core', stringKeys: true, logLevel: 'error' });
}

/** YAML text of a value in block style, its lines `indent` spaces in; ends with a line end. */
export function yamlText(value: unknown, indent: number, newline: string): string {
  const lines = stringify(value, { lineWidth: 0 }).trimEnd().split('\n');
  const space = ' '.repeat(indent);
  return lines.map((line) => `${line === '' ? '' : space}${line}${newline}`).join('');
}

/** The offset behind the line in which a value ends. */
export function lineAfter(text: string, end: number): number {
  if (end > 0 && text[end - 1] === '\n') return end;
  const next = text.indexOf('\n', end);
  return next === -1 ? text.length : next + 1;
}
