import type { SearchParts } from './search-parts.ts';
import type { TierWalk } from './tier-walk.ts';

/** The sentences of a count, by CLDR plural category; `#` stands for the number. */
export type CountForms = Readonly<Record<string, string | undefined>>;

/**
 * The sentence that fits a number in a language, from the forms `zero` (for exactly 0, in every language), `one`,
 * `two`, `few`, `many`, `other`. A missing form falls back to `other`.
 */
export function buildCountText(count: number, language: string, forms: CountForms): string {
  const category = count === 0 ? 'zero' : new Intl.PluralRules(language).select(count);
  const form = forms[category] ?? forms['other'] ?? '#';
  return form.replace('#', new Intl.NumberFormat(language).format(count));
}

/** How many results there are; where tiers are left, how many at least, and from which day on (`@`) they were looked for. */
export function buildStatusText(
  walk: Pick<TierWalk, 'found' | 'isWhole' | 'since'>,
  { status, language, locale }: Pick<SearchParts, 'status' | 'language' | 'locale'>,
): string {
  const count = walk.found.length;
  if (walk.isWhole) return buildCountText(count, language, readForms(status, 'count'));
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const text = buildCountText(count, language, readForms(status, 'least'));
  return text.replace('@', day.format(new Date(walk.since)));
}

function readForms({ dataset }: HTMLElement, kind: 'count' | 'least'): CountForms {
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other'].map((category) => [
    category,
    dataset[kind + category.charAt(0).toUpperCase() + category.slice(1)],
  ]);
  return Object.fromEntries(forms) as CountForms;
}
