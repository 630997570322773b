import { BASE_FIELD, SOURCE_FIELD } from '../entry-file/entry-file.ts';

/** What a copy of an article does not share with it: its place in time, its addresses, its picture’s file. */
const ITS_OWN: ReadonlySet<string> = new Set([
  'id',
  'translationKey',
  'formerAddresses',
  'feedId',
  'publishedAt',
  'updatedAt',
  'embargoUntil',
  'corrections',
  'editorsNote',
  'editorsNoteAt',
  'series',
  'imported',
  'leadImage',
]);
const OF_THE_FILE: ReadonlySet<string> = new Set([SOURCE_FIELD, BASE_FIELD]);

/**
 * The fields of a new entry. One that was made by duplicating another carries that one's file and, if it is
 * an article, its id: it begins as a draft of its own. Pure.
 */
export function fieldsOfNew(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isCopy = typeof data['id'] === 'string';
  const kept = Object.entries(data).filter(
    ([name]) => !OF_THE_FILE.has(name) && !(isCopy && ITS_OWN.has(name)),
  );
  return Object.fromEntries(isCopy ? [...kept, ['status', 'draft']] : kept);
}
