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
