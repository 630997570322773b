import { stringify } from 'yaml';

/** What a field is for and how to mend it: the source of messages, editor hints, guides and the reference page. */
export interface FieldNotes extends EnglishNotes {
  /** All that the English notes say to somebody who got it wrong. */
  ru: RussianNotes;
}

/**
 * How a text is printed: `typeset` as its language is (quotation marks, spaces that do not break), `asWritten` where that
 * would change what others look up, or as `markdown`.
 */
export type TextKind = 'typeset' | 'asWritten' | 'markdown';

/** What is said of a field in English. */
interface EnglishNotes {
  /** The field as a sentence's subject, for example `The headline`. */
  label: string;
  /** What it is for, in a sentence. */
  description: string;
  /** A value that is right. */
  example: unknown;
  /** What a value must look like, after “must be”. */
  form?: string;
  /** Its values are words: a number in quotes would not be right either. */
  neverNumber?: true;
  /** That its words are printed, and how. */
  text?: TextKind;
  /** What to do where the value is missing or malformed. */
  remedy?: string;
  /** Why the rule stands. */
  why?: string;
}

/** What is said of a field in Russian. */
interface RussianNotes {
  /** What the field is, in a few words that stand in brackets after its name: «заголовок». */
  label: string;
  description?: string;
  /** What a value must look like, after “нужно указать”: in the accusative. */
  form?: string;
  remedy?: string;
  why?: string;
  /** A value that is right, where the one for all languages holds English words. */
  example?: unknown;
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
export function exampleLine(field: string, { example }: { example?: unknown }): string {
  const name = field.replace(/\[\]$/, '').split('.').at(-1) ?? field;
  const value = field.endsWith('[]') ? [example] : example;
  return stringify({ [name]: value }, { lineWidth: 0 }).trimEnd();
}
