import { english } from './english.ts';
import { russian } from './russian.ts';
import type { RoomWords } from './words.ts';

/** Languages of the room’s interface, the first where a browser wants another; Decap has both. */
export const ROOM_LANGUAGES = ['en', 'ru'] as const;
export type RoomLanguage = (typeof ROOM_LANGUAGES)[number];

export const ROOM_WORDS: Readonly<Record<RoomLanguage, RoomWords>> = { en: english, ru: russian };

/** A phrase with what stands in braces filled in. */
export function fill(phrase: string, values: Readonly<Record<string, string | number>>): string {
  return phrase.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
