import { en } from './en.ts';
import { ru } from './ru.ts';
import type { Words } from './words.ts';

const byLanguage: Record<string, Words> = { en, ru };

/** The kit's words in a language; English where the kit does not speak it. */
export function wordsOf(lang: string): Words {
  return byLanguage[lang] ?? byLanguage[lang.split('-')[0] ?? ''] ?? en;
}

export type { SearchWords, Words } from './words.ts';
