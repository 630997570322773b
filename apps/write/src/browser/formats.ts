import { buildJsonSchemas, type JsonSchema } from '@tamizdat/article-schema';
import {
  BASE_FIELD,
  readEntry,
  SOURCE_FIELD,
  writeEntry,
  type EntryFormat,
} from '../entry-file/entry-file.ts';
import { pruneFields } from '../entry-file/prune.ts';
import type { KnownTexts } from './known-texts.ts';

interface RoomFormat extends EntryFormat {
  schema: JsonSchema;
}

const { article, author, page } = buildJsonSchemas();
const orderOf = (schema: JsonSchema) => Object.keys(schema['properties'] as object);

const FORMATS: Readonly<Record<string, RoomFormat>> = {
  article: { kind: 'markdown', order: orderOf(article), schema: article },
  author: { kind: 'yaml', order: orderOf(author), schema: author },
  page: { kind: 'markdown', order: orderOf(page), schema: page },
};

/** The text of a file with what a form holds. Throws where the former file cannot be read. */
export function writeForm(format: RoomFormat, data: Record<string, unknown>): string {
  const source = data[SOURCE_FIELD];
  const before = typeof source === 'string' ? readEntry(source, format) : {};
  return writeEntry(pruneFields(data, before, format.schema), format);
}

/** A file’s fields. Of one that cannot be read, the file alone, so that it is never written over. */
export function readForm(format: RoomFormat, text: string): Record<string, unknown> {
  try {
    return readEntry(text, format);
  } catch {
    return { [SOURCE_FIELD]: text };
  }
}

/** The text of an article’s file with what its form holds. */
export const writeArticle = (data: Record<string, unknown>): string =>
  writeForm(FORMATS['article'] as RoomFormat, data);

/** Tells Decap how the content’s files are read and written; what is written is remembered with its origin. */
export function registerFormats(texts: KnownTexts): void {
  for (const [name, format] of Object.entries(FORMATS)) {
    CMS.registerCustomFormat(name, format.kind === 'yaml' ? 'yaml' : 'md', {
      fromFile: (text) => ({ ...readForm(format, text), [BASE_FIELD]: texts.baseOf(text) }),
      toFile: (data) => {
        const fields = data as Record<string, unknown>;
        const text = writeForm(format, fields);
        const base = fields[BASE_FIELD];
        if (typeof base === 'string') texts.remember(text, base);
        return text;
      },
    });
  }
}
