import { stringify } from 'yaml';
import { english } from './english.ts';
import {
  isGroup,
  isPlural,
  type PluralCategory,
  pluralCategoriesOf,
  type PluralForms,
  type WordGroup,
} from './plural-forms.ts';

/**
 * The English words as a file that is to be translated into a language: with a line for each of its plural forms.
 * @param lang BCP 47
 */
export function copyWords(lang: string): string {
  return stringify(copyGroup(english, pluralCategoriesOf(lang) ?? ['other']), { lineWidth: 0 });
}

function copyGroup(group: WordGroup, categories: readonly PluralCategory[]): WordGroup {
  const entries = Object.entries(group).map(([name, word]): [string, unknown] => {
    if (!isGroup(word)) return [name, word];
    if (!isPlural(word)) return [name, copyGroup(word, categories)];
    const forms = word as PluralForms;
    return [name, Object.fromEntries(categories.map((one) => [one, forms[one] ?? forms.other]))];
  });
  return Object.fromEntries(entries);
}
