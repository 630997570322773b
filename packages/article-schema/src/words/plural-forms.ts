import { isRecord } from '@tamizdat/problem';
import { LanguageSchema } from '../schema/primitives.ts';

/** Categories of Unicode CLDR, in its order. */
export const PLURAL_CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type PluralCategory = (typeof PLURAL_CATEGORIES)[number];

/** Forms of a counted word by category; `other` is the one every language has. */
export type PluralForms = Partial<Record<PluralCategory, string>> & { other: string };

/** Words by name, and groups of them. */
export type WordGroup = Readonly<Record<string, unknown>>;

export const isGroup: (value: unknown) => value is WordGroup = isRecord;

/** Plural forms are the only group with a word for `other`. */
export const isPlural = (group: WordGroup): boolean => 'other' in group;

/** The categories a language has, or undefined where this machine's CLDR does not know it. */
export function pluralCategoriesOf(lang: string): PluralCategory[] | undefined {
  // An unknown language would be given the rules of the machine's own.
  if (!LanguageSchema.safeParse(lang).success) return undefined;
  if (Intl.PluralRules.supportedLocalesOf(lang).length === 0) return undefined;
  const found = new Set<string>(new Intl.PluralRules(lang).resolvedOptions().pluralCategories);
  return PLURAL_CATEGORIES.filter((category) => found.has(category));
}

/** Numbers that show a category off: the first hundred, and a million for the languages that treat it apart. */
const SAMPLES = [...Array.from({ length: 101 }, (_, number) => number), 1_000_000];

/** The first few whole numbers of a category; none where only fractions have it, or the language is not known. */
export function numbersOf(lang: string, category: PluralCategory): number[] {
  if (pluralCategoriesOf(lang) === undefined) return [];
  const rules = new Intl.PluralRules(lang);
  return SAMPLES.filter((number) => rules.select(number) === category).slice(0, 4);
}
