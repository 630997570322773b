import type { FieldNotes, FieldTable } from '../fields/notes.ts';
import { fieldName, type FieldPath } from '../problem.ts';

/** A path as the tables name it: list positions become `[]`. */
export function tableKey(path: FieldPath): string {
  return fieldName(path).replaceAll(/\[\d+\]/g, '[]');
}

/** The notes of a field; plain ones where a table has none. */
export function notesOf(table: FieldTable, path: FieldPath): FieldNotes {
  const key = tableKey(path);
  const notes = Object.hasOwn(table, key) ? table[key] : undefined;
  return notes ?? { label: `“${fieldName(path)}”`, description: '', example: undefined };
}

/** The beginning of a field's problem codes: `leadImage.credit` gives `lead-image-credit`. */
export function codeOf(path: FieldPath): string {
  const words = path.filter((part) => typeof part === 'string').join('-');
  return words
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}
