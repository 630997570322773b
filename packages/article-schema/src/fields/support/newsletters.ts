import {
  NEWSLETTER_ARTICLES,
  NEWSLETTER_FREQUENCIES,
  NEWSLETTER_PICTURES,
  NEWSLETTER_PROVIDERS,
} from '../../vocabulary.ts';
import { SLUG_FORM } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

const LISTMONK = {
  kind: 'listmonk',
  action: 'https://lists.example/subscription/form',
  hidden: { l: '6d1f7a52-4f0e-4a53-9d0a-5d5c2f0b9e11' },
};

/** The outlet’s newsletters. */
export const NEWSLETTERS = {
  newsletters: {
    label: 'The list of newsletters',
    description: 'The outlet’s newsletters: name, frequency, provider and privacy page.',
    example: [
      {
        id: 'weekly',
        lang: 'en',
        name: 'The week',
        description: 'What mattered, on Sundays.',
        frequency: 'weekly',
        provider: LISTMONK,
        privacy: 'privacy',
      },
    ],
    remedy: 'Give id, lang, name, description, frequency, provider and privacy of each.',
    ru: {
      label: 'рассылки',
      remedy: 'Укажите id, lang, name, description, frequency, provider и privacy каждой.',
    },
  },
  'newsletters[].id': {
    label: 'The id of the newsletter',
    description: 'A short name.',
    example: 'weekly',
    form: SLUG_FORM,
    remedy: 'Write a short name and keep it.',
    ru: {
      label: 'имя рассылки',
      form: ru.SLUG_FORM,
      remedy: 'Напишите короткое имя и больше его не меняйте.',
    },
  },
  'newsletters[].frequency': {
    label: 'The frequency of the newsletter',
    description: 'How often it comes.',
    example: 'weekly',
    form: `one of: ${NEWSLETTER_FREQUENCIES.join(', ')}`,
    remedy: `Write one of: ${NEWSLETTER_FREQUENCIES.join(', ')}.`,
    ru: {
      label: 'частота рассылки',
      form: ru.oneOf(NEWSLETTER_FREQUENCIES),
      remedy: ru.writeOneOf(NEWSLETTER_FREQUENCIES),
    },
  },
  'newsletters[].articles': {
    label: 'What the letter carries',
    description:
      'links: a blurb and an address each; picks: the picked articles whole; all: everything of its days whole, the picks first. Whole articles arrive where links do not open. Whoever carries the mail or runs a mailbox can then read them, and sees who gets them.',
    example: 'picks',
    form: `one of: ${NEWSLETTER_ARTICLES.join(', ')}`,
    remedy: `Write one of: ${NEWSLETTER_ARTICLES.join(', ')}.`,
    ru: {
      label: 'содержание письма',
      form: ru.oneOf(NEWSLETTER_ARTICLES),
      remedy: ru.writeOneOf(NEWSLETTER_ARTICLES),
    },
  },
  'newsletters[].pictures': {
    label: 'The pictures of the letter',
    description:
      'small: inside the mail; none: their descriptions in their place, for a mail that weighs little.',
    example: 'small',
    form: `one of: ${NEWSLETTER_PICTURES.join(', ')}`,
    remedy: `Write one of: ${NEWSLETTER_PICTURES.join(', ')}.`,
    ru: {
      label: 'картинки в письме',
      form: ru.oneOf(NEWSLETTER_PICTURES),
      remedy: ru.writeOneOf(NEWSLETTER_PICTURES),
    },
  },
  'newsletters[].provider': {
    label: 'The provider',
    description: 'Where the form sends the address.',
    example: LISTMONK,
    remedy: 'Give kind and action.',
    ru: { label: 'сервис рассылки', remedy: 'Укажите kind и action.' },
  },
  'newsletters[].provider.kind': {
    label: 'The kind of provider',
    description: 'What runs the list.',
    example: 'listmonk',
    form: `one of: ${NEWSLETTER_PROVIDERS.join(', ')}`,
    remedy: `Write one of: ${NEWSLETTER_PROVIDERS.join(', ')}.`,
    ru: {
      label: 'вид сервиса',
      form: ru.oneOf(NEWSLETTER_PROVIDERS),
      remedy: ru.writeOneOf(NEWSLETTER_PROVIDERS),
    },
  },
  'newsletters[].provider.action': {
    label: 'The form’s address',
    description: 'The https address the form is sent to, or a mailto: address.',
    example: 'https://lists.example/subscription/form',
    form: 'an https or mailto: address',
    remedy: 'Write the whole https address, or mailto: and an e-mail address.',
    ru: {
      label: 'адрес формы',
      form: 'адрес https или mailto:',
      remedy: 'Напишите полный https-адрес или mailto: и адрес почты.',
    },
  },
  'newsletters[].privacy': {
    label: 'The privacy page',
    description: 'The fixed page that the consent links to.',
    example: 'privacy',
    form: SLUG_FORM,
    remedy: 'Write the name of a file in content/pages/<language>, without “.md”.',
    ru: {
      label: 'страница о личных данных',
      form: ru.SLUG_FORM,
      remedy: 'Напишите имя файла из content/pages/<язык> без «.md».',
    },
  },
} as const satisfies FieldTable;
