import {
  ARTICLE_FIELDS,
  AUTHOR_FIELDS,
  type FieldNotes,
  type FieldTable,
  PAGE_FIELDS,
} from '@tamizdat/article-schema';
import { english } from './english.ts';
import { russian } from './russian.ts';
import type { RoomWords } from './words.ts';

/** Languages of the room’s interface, the first where a browser wants another; Decap has both. */
export const ROOM_LANGUAGES = ['en', 'ru'] as const;
export type RoomLanguage = (typeof ROOM_LANGUAGES)[number];

const FIELDS: FieldTable = { ...PAGE_FIELDS, ...AUTHOR_FIELDS, ...ARTICLE_FIELDS };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a field’s record says of it: the room's own words are shorter, or for groups whose label says the rest. */
const ofRecords = (say: (notes: FieldNotes) => string | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(FIELDS).flatMap(([field, notes]) => {
      const said = say(notes);
      return said === undefined ? [] : [[field, said]];
    }),
  );

/** “The list of tags” is called “Tags”. */
const englishLabels = ofRecords(({ label }) =>
  capital(label.replace(/^(?:The|An?) (?:list of )?/, '')),
);
const russianLabels = ofRecords(({ ru }) => capital(ru.label));
const russianHints = ofRecords(({ ru }) => ru.description);

export const ROOM_WORDS: Readonly<Record<RoomLanguage, RoomWords>> = {
  en: { ...english, labels: { ...englishLabels, ...english.labels } },
  ru: {
    ...russian,
    labels: { ...russianLabels, ...russian.labels },
    hints: { ...russianHints, ...russian.hints },
  },
};

/** A phrase with what stands in braces filled in. */
export function fill(phrase: string, values: Readonly<Record<string, string | number>>): string {
  return phrase.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
