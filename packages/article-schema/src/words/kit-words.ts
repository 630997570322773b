import { english, type Words } from './english.ts';
import { isGroup, isPlural, type WordGroup } from './plural-forms.ts';
import type { OutletWords } from './schema.ts';
import { russian } from './russian.ts';

const byLanguage: Readonly<Record<string, Words>> = { en: english, ru: russian };

/** Languages the kit has words for. */
export const KIT_LANGUAGES: readonly string[] = Object.keys(byLanguage);

/** The kit's words in a language or in the language of which it is a variant (`en-GB`); undefined where it does not speak it. */
export function kitWordsOf(lang: string): Words | undefined {
  const [language = ''] = lang.split('-');
  return [lang, language].flatMap((name) =>
    Object.hasOwn(byLanguage, name) ? (byLanguage[name] ?? []) : [],
  )[0];
}

/**
 * All words of a language: the outlet's own, for what it left out the kit's, and English for the rest.
 * A group is filled up word by word; plural forms belong together and are taken as they are.
 */
export function buildWords(lang: string, own: OutletWords = {}): Words {
  return fillUp(kitWordsOf(lang) ?? english, own) as Words;
}

function fillUp(base: WordGroup, own: WordGroup): WordGroup {
  const entries = Object.entries(base).map(([name, word]) => {
    const given = own[name];
    if (given === undefined) return [name, word];
    return [name, isGroup(word) && isGroup(given) && !isPlural(word) ? fillUp(word, given) : given];
  });
  return Object.fromEntries(entries) as WordGroup;
}
