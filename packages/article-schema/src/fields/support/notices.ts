import { LOCALIZED } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

/** What readers in a country must know. */
export const NOTICES = {
  'support.notices': {
    label: 'The list of notices',
    description: 'What readers in a country must know; it stands before any amount.',
    example: [
      {
        place: { en: 'Readers in Russia', ru: 'Читателям в России' },
        text: { en: 'Giving is a crime there.', ru: 'Перевод — это преступление.' },
      },
    ],
    remedy: 'Give place and text of each.',
    ru: {
      label: 'предупреждения',
      remedy: 'Укажите place и text каждого.',
    },
  },
  'support.notices[].place': {
    label: 'The place of the notice',
    description: 'Whom it is for.',
    example: { en: 'Readers in Russia', ru: 'Читателям в России' },
    remedy: LOCALIZED,
    ru: { label: 'кому предупреждение', remedy: ru.EVERY_LANGUAGE },
  },
  'support.notices[].text': {
    label: 'The text of the notice',
    description: 'What giving means there, in a sentence or two: it stands on every article.',
    example: { en: 'Giving is a crime there.', ru: 'Перевод — это преступление.' },
    remedy: LOCALIZED,
    ru: { label: 'текст предупреждения', remedy: ru.EVERY_LANGUAGE },
  },
} as const satisfies FieldTable;
