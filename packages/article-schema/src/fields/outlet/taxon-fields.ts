import { LOCALIZED, SLUG_FORM } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

/**
 * A list of sections, tags or series.
 * @param inRussian What the list and one of it are in Russian, and one of it in the genitive.
 */
export function taxonFields(
  list: string,
  what: string,
  example: unknown,
  [label, one, of]: readonly [string, string, string],
): FieldTable {
  return {
    [list]: {
      label: `The list of ${list}`,
      description: `The outlet’s ${list}: id, name and, if you like, description per language.`,
      example: [example],
      remedy: 'Write a list of id and name.',
      ru: { label, remedy: 'Перечислите id и name.' },
    },
    [`${list}[]`]: {
      label: `A ${what}`,
      description: 'Id, name and, if you like, description per language.',
      example,
      remedy: 'Give id and name.',
      ru: { label: one, remedy: 'Укажите id и name.' },
    },
    [`${list}[].id`]: {
      label: `The id of the ${what}`,
      description: 'Stands in addresses and in articles; never changed.',
      example: 'culture',
      form: SLUG_FORM,
      remedy: 'Write a short name and keep it.',
      ru: {
        label: `идентификатор ${of}`,
        form: ru.SLUG_FORM,
        remedy: 'Напишите короткое имя и больше его не меняйте.',
      },
    },
    [`${list}[].name`]: {
      label: `The name of the ${what}`,
      description: 'In each of the outlet’s languages.',
      example: { en: 'Culture', ru: 'Культура' },
      remedy: LOCALIZED,
      ru: { label: `название ${of}`, remedy: ru.EVERY_LANGUAGE },
    },
    [`${list}[].description`]: {
      label: `The description of the ${what}`,
      description: 'A sentence, in each of the outlet’s languages.',
      example: { en: 'Books and theatre.', ru: 'Книги и театр.' },
      remedy: 'Write it in each language, or leave it out.',
      ru: { label: `описание ${of}`, remedy: ru.EVERY_LANGUAGE_OR_NONE },
    },
  };
}
