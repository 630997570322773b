import { FORMER_ADDRESS_FIELDS } from './former-fields.ts';
import { TIME_FORM } from './forms.ts';
import type { FieldTable } from './notes.ts';
import * as ru from './russian-forms.ts';

/** Front matter of a fixed page, `content/pages/<lang>/<slug>.md`. */
export const PAGE_FIELDS = {
  title: {
    label: 'The title',
    description: 'The page’s title, up to 110 characters.',
    example: 'Our principles',
    remedy: 'Write the title.',
    ru: { label: 'заголовок', remedy: 'Напишите заголовок.', example: 'Наши принципы' },
  },
  standfirst: {
    label: 'The standfirst',
    description: 'A sentence or two under the title.',
    example: 'How we work, what we correct, and who pays.',
    remedy: 'Write a sentence or two, or leave the line out.',
    ru: {
      label: 'подводка',
      remedy: 'Напишите одно-два предложения или уберите строку.',
      example: 'Как мы работаем, что исправляем и кто платит.',
    },
  },
  updatedAt: {
    label: 'The time of the update',
    description: 'When the page last changed in a way readers should know.',
    example: '2026-11-22T09:30:00+02:00',
    form: TIME_FORM,
    remedy: 'Write date, time and time zone, or leave the line out.',
    ru: { label: 'время обновления', form: ru.TIME_FORM, remedy: ru.WRITE_TIME_OR_NONE },
  },
  formerAddresses: {
    label: 'The list of former addresses',
    description: 'Addresses that the page had before; each becomes a page that leads on.',
    example: ['about-us'],
    remedy: 'List the former addresses, or leave the line out.',
    ru: {
      label: 'прежние адреса',
      remedy: 'Перечислите прежние адреса или уберите строку.',
    },
  },
  'formerAddresses[]': FORMER_ADDRESS_FIELDS['formerAddresses[]'],
} as const satisfies FieldTable;
