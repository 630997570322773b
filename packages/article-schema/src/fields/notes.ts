import { stringify } from 'yaml';

/** What a field is for and how to mend it: the source of messages, editor hints and the reference page. */
export interface FieldNotes extends EnglishNotes {
  ru: RussianNotes;
}

/**
 * How a text is printed: `typeset` as its language is (quotation marks, spaces that do not break), `asWritten` where that
 * would change what others look up, or as `markdown`.
 */
export type TextKind = 'typeset' | 'asWritten' | 'markdown';

/** What is said of a field in English. */
export interface EnglishNotes {
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
export interface RussianNotes {
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

/** Russian notes of a table: for each of its fields, all that the English ones say to somebody who got it wrong. */
export type InRussian<Table> = string extends keyof Table
  ? Readonly<Record<string, RussianNotes>>
  : {
      readonly [Field in keyof Table]: RussianNotes & {
        [Part in keyof Table[Field] & ('form' | 'remedy' | 'why')]: string;
      };
    };

type BothNotes<Table, Russian> = {
  [Field in keyof Table]: Table[Field] & {
    ru: (Field extends keyof Russian ? Russian[Field] : RussianNotes) & { example?: unknown };
  };
};

/**
 * A table with what its fields are in Russian. The types see to it that no field lacks it.
 * @param examples Right values in Russian words, for fields whose English example would be foreign.
 */
export function withRussian<
  const Table extends Readonly<Record<string, EnglishNotes>>,
  const Russian extends InRussian<Table>,
>(
  english: Table,
  russian: Russian,
  examples: { readonly [Field in keyof Table]?: unknown } = {},
): BothNotes<Table, Russian> {
  const both = Object.entries(english).map(([field, notes]) => {
    const ru = (russian as Readonly<Record<string, RussianNotes>>)[field];
    if (ru === undefined) throw new Error(`No Russian notes for the field “${field}”.`);
    const example = Object.hasOwn(examples, field) ? { example: examples[field] } : {};
    return [field, { ...notes, ru: { ...ru, ...example } }] as const;
  });
  return Object.fromEntries(both) as unknown as BothNotes<Table, Russian>;
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
