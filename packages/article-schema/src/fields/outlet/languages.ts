import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

/** The languages and the clock of an outlet. */
export const LANGUAGES = {
  languages: {
    label: 'The list of languages',
    description: 'The outlet’s languages; the first is the default.',
    example: [{ code: 'en', name: 'English', dir: 'ltr', locale: 'en-GB' }],
    remedy: 'Give code, name, dir and locale of each.',
    ru: { label: 'языки издания', remedy: 'Укажите code, name, dir и locale каждого.' },
  },
  'languages[]': {
    label: 'A language',
    description: 'Code, own name, direction and locale.',
    example: { code: 'en', name: 'English', dir: 'ltr', locale: 'en-GB' },
    remedy: 'Give code, name, dir and locale.',
    ru: { label: 'язык', remedy: 'Укажите code, name, dir и locale.' },
  },
  'languages[].code': {
    label: 'The code of the language',
    description: 'Stands in addresses and is the name of its folder.',
    example: 'en',
    form: 'a language tag (BCP 47)',
    remedy: 'Write the code, for example en, ru or zh-Hant.',
    ru: {
      label: 'код языка',
      form: ru.LANGUAGE_FORM,
      remedy: 'Напишите код, например en, ru или zh-Hant.',
    },
  },
  'languages[].name': {
    label: 'The name of the language',
    description: 'As its readers write it.',
    example: 'Русский',
    remedy: 'Write the language’s own name.',
    ru: {
      label: 'название языка',
      remedy: 'Напишите, как язык называется на нём самом.',
    },
  },
  'languages[].dir': {
    label: 'The direction',
    description: 'ltr or rtl.',
    example: 'ltr',
    form: 'ltr or rtl',
    remedy: 'Write ltr or rtl.',
    ru: {
      label: 'направление письма',
      form: 'ltr или rtl',
      remedy: 'Напишите ltr или rtl.',
    },
  },
  'languages[].locale': {
    label: 'The locale',
    description: 'By which dates and numbers are written.',
    example: 'en-GB',
    form: 'a locale (BCP 47)',
    remedy: 'Write a locale such as en-GB or ru.',
    ru: {
      label: 'запись дат и чисел',
      form: 'локаль (BCP 47)',
      remedy: 'Напишите локаль, например en-GB или ru.',
    },
  },
  timeZone: {
    label: 'The time zone',
    description: 'The zone in which days begin and times are shown (IANA name).',
    example: 'Europe/Vilnius',
    form: 'a time zone of the IANA list',
    remedy: 'Write a name such as Europe/Vilnius.',
    ru: {
      label: 'часовой пояс',
      form: 'часовой пояс из списка IANA',
      remedy: 'Напишите название, например Europe/Vilnius.',
    },
  },
} as const satisfies FieldTable;
