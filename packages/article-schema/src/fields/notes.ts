import { stringify } from 'yaml';

/** What a field is for and how to mend it: the source of messages, editor hints and the reference page. */
export interface FieldNotes {
  /** The field as a sentence's subject, for example `The headline`. */
  label: string;
  /** What it is for, in a sentence. */
  description: string;
  /** A value that is right. */
  example: unknown;
  /** What a value must look like, after “must be”. */
  form?: string;
  /** What to do where the value is missing or malformed. */
  remedy?: string;
  /** Why the rule stands. */
  why?: string;
}

/** Notes by field, list positions left out: `leadImage.credit`, `corrections[].text`. */
export type FieldTable = Readonly<Record<string, FieldNotes>>;

/** What zod's `.meta()` takes for a field of a table; editors show all of it. */
export function metaOf(table: FieldTable, field: string): FieldMeta {
  const notes = table[field];
  if (notes === undefined) throw new Error(`No notes for the field “${field}”.`);
  const { description, example, label, form } = notes;
  const pattern = form === undefined ? {} : { patternErrorMessage: `${label} must be ${form}.` };
  return { description, examples: [example], ...pattern };
}

/** Keywords of JSON Schema, and `patternErrorMessage`, which VS Code's language services know. */
export interface FieldMeta {
  [keyword: string]: unknown;
  description: string;
  examples: unknown[];
  patternErrorMessage?: string;
}

/** The example of a field as YAML, for example `credit: Anna Petrova`. */
export function exampleLine(field: string, notes: FieldNotes): string {
  const name = field.replace(/\[\]$/, '').split('.').at(-1) ?? field;
  const value = field.endsWith('[]') ? [notes.example] : notes.example;
  return stringify({ [name]: value }, { lineWidth: 0 }).trimEnd();
}
