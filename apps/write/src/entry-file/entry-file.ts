import { parseDocument } from 'yaml';
import { mergeYaml, type Fields } from './merge-yaml.ts';
import { splitEntry } from './split-entry.ts';

/** Name under which an entry carries the file it was read from; never written. */
export const SOURCE_FIELD = '_source';
/** Name under which it carries the mark of the file it is a change of; never written. */
export const BASE_FIELD = '_base';

const NO_FIELDS = 'The file does not begin with fields between two --- lines.';

/** How the room reads and writes one kind of file. */
export interface EntryFormat {
  /** `markdown` has its text under the front matter, as the field `body`; `yaml` has none. */
  kind: 'markdown' | 'yaml';
  /** The fields in the order in which a new file has them. */
  order: readonly string[];
}

/** Reads a file: its fields, its text as `body`, and the file itself. Throws where it is not readable. */
export function readEntry(text: string, { kind }: EntryFormat): Record<string, unknown> {
  const parts = kind === 'yaml' ? { yaml: text, body: undefined } : splitEntry(text);
  if (parts === undefined) throw new Error(NO_FIELDS);
  const document = parseDocument(parts.yaml, { schema: 'core' });
  if (document.errors.length > 0) throw new Error(document.errors[0]?.message ?? 'unreadable');
  const fields = (document.toJS() ?? {}) as Record<string, unknown>;
  const body = parts.body === undefined ? {} : { body: parts.body.replaceAll('\r\n', '\n') };
  return { ...fields, ...body, [SOURCE_FIELD]: text };
}

/**
 * Writes a file. Names that begin with `_` are the room's own and are left out. What did not change since
 * the file was read keeps its bytes. Throws where the former file cannot be read.
 */
export function writeEntry(data: Fields, { kind, order }: EntryFormat): string {
  const source = typeof data[SOURCE_FIELD] === 'string' ? data[SOURCE_FIELD] : undefined;
  const fields = Object.fromEntries(
    Object.entries(data).filter(
      ([name, value]) =>
        !name.startsWith('_') && value !== undefined && !(kind === 'markdown' && name === 'body'),
    ),
  );
  if (kind === 'yaml') return mergeYaml(source ?? '', fields, order);
  const body = typeof data['body'] === 'string' ? data['body'] : '';
  const parts = source === undefined ? undefined : splitEntry(source);
  if (source !== undefined && parts === undefined) throw new Error(NO_FIELDS);
  if (parts === undefined) return `---\n${mergeYaml('', fields, order)}---\n\n${endLine(body)}`;
  const yaml = mergeYaml(parts.yaml, fields, order);
  return parts.open + yaml + parts.close + textWith(parts, body);
}

function textWith({ gap, body: former }: { gap: string; body: string }, body: string): string {
  if (former.replaceAll('\r\n', '\n') === body) return gap + former;
  const eol = /\r\n/.test(former) ? '\r\n' : '\n';
  return (gap === '' ? eol : gap) + endLine(body).replaceAll(/\r?\n/g, eol);
}

const endLine = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
