import type { FieldNotes, FieldTable } from '../fields/notes.ts';
import { fieldName, type FieldPath } from '@tamizdat/problem';

/** A path as the tables name it: list positions become `[]`. */
export function tableKey(path: FieldPath): string {
  return fieldName(path).replaceAll(/\[\d+\]/g, '[]');
}

/** The notes of a field; plain ones where a table has none. */
export function notesOf(table: FieldTable, path: FieldPath): FieldNotes {
  const notes =
    ownNotes(table, path) ??
    ownNotes(table, withoutOfferNames(path)) ??
    ownNotes(table, withoutEdition(path)) ??
    ownNotes(table, withoutFormerLanguage(path));
  return (
    notes ?? {
      label: `“${fieldName(path)}”`,
      description: '',
      example: undefined,
      ru: { label: '' },
    }
  );
}

function ownNotes(table: FieldTable, path: FieldPath): FieldNotes | undefined {
  const key = tableKey(path);
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Below “support.amounts” stand two names of the outlet's own, frequency and currency, which no table has. */
const withoutOfferNames = (path: FieldPath): FieldPath =>
  path[0] === 'support' && path[1] === 'amounts'
    ? path.filter((_, index) => index !== 2 && index !== 3)
    : path;

/** Below “support.editions” stand the outlet's languages. */
const withoutEdition = (path: FieldPath): FieldPath =>
  path[0] === 'support' && path[1] === 'editions' ? [path[0], path[1], 0] : path;

/** Below former addresses, where they are no list, stand languages. */
const withoutFormerLanguage = (path: FieldPath): FieldPath =>
  path.filter(
    (step, index) =>
      typeof step !== 'string' ||
      !['formerAddresses', 'formerFeeds'].includes(String(path[index - 1])),
  );

/**
 * The beginning of a field's problem codes: `leadImage.credit` gives `lead-image-credit`. Names of the outlet's own are
 * left out, so that a code is the same for all.
 */
export function codeOf(path: FieldPath): string {
  const known = withoutFormerLanguage(withoutEdition(withoutOfferNames(path)));
  const words = known.filter((part) => typeof part === 'string').join('-');
  return words
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}
