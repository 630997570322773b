import type { z } from 'zod';
import { shorten } from '../characters/count.ts';
import type { FieldNotes, FieldTable } from '../fields/notes.ts';
import type { FieldPath } from '@tamizdat/problem';

export type Issue = z.core.$ZodIssue;
export type IssueCode = Issue['code'];

/** One issue with all that an explanation may speak of. */
export interface Case {
  issue: Issue;
  path: FieldPath;
  /** The value that was found; undefined where there is none. */
  value: unknown;
  notes: FieldNotes;
  table: FieldTable;
}

/** A value as text: a string as it is, other data as JSON. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A value as a message names it. */
export function quoted(value: unknown): string {
  return `“${shorten(asText(value))}”`;
}

/** A value as a Russian message names it. */
export function quotedInRussian(value: unknown): string {
  return `«${shorten(asText(value))}»`;
}

/** The name of the field itself, without the groups around it. */
export function ownName(path: FieldPath): string {
  return path.findLast((part) => typeof part === 'string') ?? '';
}
