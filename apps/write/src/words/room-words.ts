import { ARTICLE_FIELDS, AUTHOR_FIELDS } from '@tamizdat/article-schema';
import { english } from './english.ts';
import { russian } from './russian.ts';
import type { RoomWords } from './words.ts';

/** Languages of the room’s interface, the first where a browser wants another; Decap has both. */
export const ROOM_LANGUAGES = ['en', 'ru'] as const;
export type RoomLanguage = (typeof ROOM_LANGUAGES)[number];

/** In Russian a field is called as the schema calls it; the room's own words are shorter ones, below a group's label. */
const russianLabels = Object.fromEntries(
  Object.entries({ ...AUTHOR_FIELDS, ...ARTICLE_FIELDS }).map(([field, { ru }]) => [
    field,
    ru.label.charAt(0).toUpperCase() + ru.label.slice(1),
  ]),
);

export const ROOM_WORDS: Readonly<Record<RoomLanguage, RoomWords>> = {
  en: english,
  ru: { ...russian, labels: { ...russianLabels, ...russian.labels } },
};

/** A phrase with what stands in braces filled in. */
export function fill(phrase: string, values: Readonly<Record<string, string | number>>): string {
  return phrase.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
