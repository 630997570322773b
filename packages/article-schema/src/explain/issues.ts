import type { z } from 'zod';
import { countCharacters, shorten } from '../characters/count.ts';
import { exampleLine, type FieldNotes, type FieldTable } from '../fields/notes.ts';
import type { FieldPath, Finding } from '../problem.ts';
import { codeOf, notesOf, tableKey } from './field-of.ts';
import { nearest } from './nearest.ts';
import { unknownFields } from './unknown-fields.ts';

type Issue = z.core.$ZodIssue;
type IssueCode = Issue['code'];

/** All that an explanation may speak of. */
interface Case<Code extends IssueCode = IssueCode> {
  issue: Extract<Issue, { code: Code }>;
  path: FieldPath;
  value: unknown;
  notes: FieldNotes;
  table: FieldTable;
}

/**
 * Turns zod's issues about `data` into findings in the words of the field table. One issue may
 * give several findings (each unknown field is one of its own).
 */
export function explainIssues(
  issues: readonly Issue[],
  data: unknown,
  table: FieldTable,
): Finding[] {
  return issues.flatMap((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    return explainIssue(
      { issue, path, value: valueAt(data, path), notes: notesOf(table, path), table },
      data,
    );
  });
}

/** The value at a path of plain data; undefined where there is none. */
export function valueAt(data: unknown, path: FieldPath): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
      return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

function explainIssue(given: Case, data: unknown): Finding[] {
  const { issue, path, value, notes, table } = given;
  if (issue.code === 'unrecognized_keys') return unknownFields(issue.keys, path, table);
  if (issue.code === 'invalid_union') return explainUnion(given, issue, data);
  if (value === undefined) return [missing(given)];
  if (value === null) return [empty(given)];
  return [{ ...base(given, EXPLAINED_SUFFIX[issue.code] ?? 'malformed'), ...sentence(given) }].map(
    (finding) => withExample(finding, path, notes),
  );
}

const EXPLAINED_SUFFIX: Partial<Record<IssueCode, string>> = {
  invalid_type: 'wrong-type',
  too_big: 'too-long',
  too_small: 'too-short',
  invalid_value: 'unknown-word',
};

function base({ path, value }: Case, suffix: string): Pick<Finding, 'code' | 'path' | 'found'> {
  const found = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  return {
    code: `${codeOf(path)}-${suffix}`,
    path,
    ...(found === undefined ? {} : { found: shorten(found) }),
  };
}

function withExample(finding: Finding, path: FieldPath, notes: FieldNotes): Finding {
  if (notes.example === undefined || finding.example !== undefined) return finding;
  return { ...finding, example: exampleLine(tableKey(path), notes) };
}

type Sentence = Pick<Finding, 'message' | 'remedy' | 'why' | 'example'>;

function sentence(given: Case): Sentence {
  const { issue, notes } = given;
  const why = notes.why === undefined ? {} : { why: notes.why };
  const remedy = notes.remedy ?? 'Mend the value.';
  switch (issue.code) {
    case 'invalid_type':
      return { ...wrongType(given, issue.expected), ...why };
    case 'too_big':
      return { ...tooBig(given, Number(issue.maximum)) };
    case 'too_small':
      return { ...tooSmall(given, Number(issue.minimum), remedy), ...why };
    case 'invalid_value':
      return unknownWord(given, issue.values.map(String));
    case 'custom':
      return { message: issue.message, remedy, ...why };
    default:
      return { message: malformed(given), remedy, ...why };
  }
}

function missing(given: Case): Finding {
  const { path, notes } = given;
  const finding: Finding = {
    ...base(given, 'missing'),
    at: 'key',
    message: `${notes.label} is missing.`,
    remedy: notes.remedy ?? 'Add the field.',
    ...(notes.why === undefined ? {} : { why: notes.why }),
  };
  return withExample(finding, path, notes);
}

function empty(given: Case): Finding {
  const { path, notes } = given;
  return withExample(
    {
      ...base(given, 'empty'),
      at: 'key',
      message: `${notes.label} is empty.`,
      remedy: notes.remedy ?? 'Write a value, or leave the line out.',
    },
    path,
    notes,
  );
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  return typeof value === 'string' ? 'text' : `the ${typeof value} ${String(value)}`;
}

function wrongType({ value, notes, path }: Case, expected: string): Sentence {
  const message = `${notes.label} must be ${notes.form ?? TYPE_WORDS[expected] ?? expected}, but ${typeOf(value)} stands here.`;
  if (expected === 'string' && typeof value !== 'object') {
    const name = String(path.findLast((part) => typeof part === 'string') ?? '');
    return {
      message,
      remedy: 'Put the value in double quotes, so that it is text.',
      example: `${name}: "${String(value)}"`,
    };
  }
  return { message, remedy: notes.remedy ?? 'Mend the value.' };
}

function tooBig({ value, notes }: Case, maximum: number): Sentence {
  if (typeof value === 'string') {
    const length = countCharacters(value.trim());
    const cut = length - maximum;
    return {
      message: `${notes.label} is ${length} characters long; at most ${maximum} fit.`,
      remedy: `Cut ${cut} ${cut === 1 ? 'character' : 'characters'}.`,
    };
  }
  if (Array.isArray(value)) {
    return {
      message: `${notes.label} has ${value.length} entries; at most ${maximum} are allowed.`,
      remedy: `Remove ${value.length - maximum}.`,
    };
  }
  return {
    message: `${notes.label} is ${String(value)}; at most ${maximum} is allowed.`,
    remedy: 'Write a smaller number.',
  };
}

function tooSmall({ value, notes }: Case, minimum: number, remedy: string): Sentence {
  if (typeof value === 'string') {
    const length = countCharacters(value.trim());
    return length === 0
      ? { message: `${notes.label} is empty.`, remedy }
      : {
          message: `${notes.label} is ${length} characters long; it needs at least ${minimum}.`,
          remedy,
        };
  }
  if (Array.isArray(value)) {
    return { message: `${notes.label} needs at least ${minimum} entries.`, remedy };
  }
  return {
    message: `${notes.label} is ${String(value)}; at least ${minimum} is needed.`,
    remedy,
  };
}

function unknownWord({ value, notes }: Case, words: readonly string[]): Sentence {
  const suggestion = typeof value === 'string' ? nearest(value, words) : undefined;
  return {
    message: `${notes.label} “${shorten(String(value))}” is not in the list.`,
    remedy: `${suggestion === undefined ? '' : `Did you mean “${suggestion}”? `}Write one of: ${words.join(', ')}.`,
  };
}

function malformed({ value, notes }: Case): string {
  return `${notes.label} “${shorten(String(value))}” is not ${notes.form ?? 'in the right form'}.`;
}

/** Of a union's branches the one that fits best is explained. */
function explainUnion(
  given: Case,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  data: unknown,
): Finding[] {
  const branches = issue.errors.filter((errors) => errors.length > 0);
  const best = branches.toSorted((a, b) => a.length - b.length)[0];
  if (best === undefined || given.value === undefined || given.value === null) {
    return [given.value === null ? empty(given) : missing(given)];
  }
  const placed = best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  return explainIssues(placed, data, given.table);
}
