import { TEXT_FIELD_MAX } from '../limits.ts';
import type { YamlRecord } from '../parse/yaml-record.ts';
import { type FieldPath, isRecord, type Problem } from '@tamizdat/problem';
import { plainLeftoverNotes } from './leftover-notes.ts';
import type { TextNote } from './text-notes.ts';

type Placed = Pick<YamlRecord<unknown>, 'data' | 'place' | 'stringAt'>;

/** Fields whose words are printed as they stand, in records, outlet, pages and appeals, whatever they belong to. */
const PRINTED = new Set('name tagline description bio role place title standfirst text'.split(' '));
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;

/** Tells of markup in the plain fields of a file that is no article; `all` says that every text of it is printed. */
export function plainTextProblems(record: Placed, all = false): Problem[] {
  return printedPaths(record.data, [], all).flatMap((path) =>
    plainFieldProblems(record, path, plainLeftoverNotes),
  );
}

/** Puts what is told of a plain field at its place; nothing where the field is no text. */
export function plainFieldProblems(
  { stringAt, place }: Omit<Placed, 'data'>,
  path: FieldPath,
  notesOf: (text: string) => TextNote[],
): Problem[] {
  const text = stringAt(path);
  // Longer than any field may be, it is told as that.
  if (text === undefined || text.value.length > TEXT_FIELD_MAX) return [];
  return notesOf(text.value).map(({ at, ...note }) => ({
    ...place({ ...note, path }),
    ...text.spanOf(at.offset),
  }));
}

/** `isPrinted` is the field’s: a text for each language stands under its name. `all`: every field is. */
function printedPaths(value: unknown, path: FieldPath, all: boolean, isPrinted = all): FieldPath[] {
  if (typeof value === 'string') return isPrinted ? [path] : [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => printedPaths(item, [...path, index], all, isPrinted));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isOne = all || PRINTED.has(key) || (isPrinted && LANGUAGE.test(key));
    return printedPaths(inner, [...path, key], all, isOne);
  });
}
