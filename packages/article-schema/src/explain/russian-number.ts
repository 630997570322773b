const rules = new Intl.PluralRules('ru');

/** Forms of a Russian noun after 1, 2 and 5: `['символ', 'символа', 'символов']`. */
export type RussianForms = readonly [one: string, few: string, many: string];

/** A whole number with its noun in the form that Russian wants: `21 символ`, `3 символа`, `12 символов`. */
export function countInRussian(number: number, forms: RussianForms): string {
  return `${number} ${russianForm(number, forms)}`;
}

/** The form of a Russian noun that stands with a whole number. */
export function russianForm(number: number, [one, few, many]: RussianForms): string {
  const category = rules.select(number);
  return category === 'one' ? one : category === 'few' ? few : many;
}
