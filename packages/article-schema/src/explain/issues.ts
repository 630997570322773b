import { shorten } from '../characters/count.ts';
import { exampleLine, type FieldTable } from '../fields/notes.ts';
import type { FieldPath, Finding } from '@tamizdat/problem';
import type { Case, Issue, IssueCode } from './case.ts';
import { codeOf, notesOf, tableKey } from './field-of.ts';
import type { Sentence } from './sentence.ts';
import { explainEmpty, explainMissing, explainName, explainValue } from './sentences.ts';
import { unknownFields } from './unknown-fields.ts';

/**
 * Turns zod's issues about `data` into findings in the words of the field table. One issue may
 * give several findings (each unknown field is one of its own).
 */
export function explainIssues(
  issues: readonly Issue[],
  data: unknown,
  table: FieldTable,
): Finding[] {
  const formed = issues.filter(
    (issue) => issue.code !== 'custom' || !issues.some((other) => isOfForm(other, issue)),
  );
  return formed.flatMap((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    const value = valueAt(data, path);
    return explainIssue({ issue, path, value, notes: notesOf(table, path), table }, data);
  });
}

/** Of a value in the wrong form nothing more is said. */
const isOfForm = (other: Issue, issue: Issue): boolean =>
  other.code !== 'custom' && other.path.join('.') === issue.path.join('.');

/** The value at a path of plain data; undefined where there is none. */
export function valueAt(data: unknown, path: FieldPath): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) {
      return undefined;
    }
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

/** The id of the list's entry that a field belongs to. */
function entryId(data: unknown, path: FieldPath): string | undefined {
  const entry = path.findLastIndex((part) => typeof part === 'number');
  const id = entry === -1 ? undefined : valueAt(data, [...path.slice(0, entry + 1), 'id']);
  return typeof id === 'string' ? id : undefined;
}

function explainIssue(given: Case, data: unknown): Finding[] {
  const { issue, path, value, table } = given;
  if (issue.code === 'unrecognized_keys') return unknownFields(issue.keys, path, table);
  if (issue.code === 'invalid_key')
    return [finding(given, 'name', explainName(given, issue), 'key')];
  if (value === undefined)
    return [finding(given, 'missing', explainMissing(given, entryId(data, path)), 'key')];
  if (value === null) return [finding(given, 'empty', explainEmpty(given), 'key')];
  if (issue.code === 'invalid_union') return explainUnion(given, issue, data);
  return [finding(given, suffixOf(issue), explainValue(given))];
}

/** How a problem's code ends, by zod's code. */
const SUFFIXES: Partial<Record<IssueCode, string>> = {
  invalid_type: 'wrong-type',
  too_big: 'too-long',
  too_small: 'too-short',
  invalid_value: 'unknown-word',
};

const suffixOf = (issue: Issue): string =>
  issue.code === 'custom' && issue.params?.['severalLines'] === true
    ? 'several-lines'
    : (SUFFIXES[issue.code] ?? 'malformed');

function finding(
  { path, value, notes }: Case,
  suffix: string,
  sentence: Sentence,
  at?: 'key',
): Finding {
  const found = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  const hasExample = notes.example !== undefined && suffix !== 'too-long' && suffix !== 'name';
  const inRussian =
    hasExample && sentence.example === undefined && notes.ru.example !== undefined
      ? { example: exampleLine(tableKey(path), notes.ru) }
      : {};
  return {
    code: `${codeOf(path)}-${suffix}`,
    path,
    ...(at === undefined ? {} : { at }),
    ...(found === undefined ? {} : { found: shorten(found) }),
    ...(hasExample ? { example: exampleLine(tableKey(path), notes) } : {}),
    ...sentence,
    ru: { ...sentence.ru, ...inRussian },
  };
}

/** Of a union's branches the one that fits best is explained; where none fits better, the whole. */
function explainUnion(
  given: Case,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  data: unknown,
): Finding[] {
  const [best = [], second = []] = issue.errors.toSorted((a, b) => a.length - b.length);
  if (best.length === second.length) return [finding(given, 'malformed', explainValue(given))];
  const placed = best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  return explainIssues(placed, data, given.table);
}
