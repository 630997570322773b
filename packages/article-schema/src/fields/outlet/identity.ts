import { URL_FORM, LOCALIZED } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

/** What an outlet is known by. */
export const IDENTITY = {
  name: {
    label: 'The outlet’s name',
    description: 'In each of the outlet’s languages.',
    example: { en: 'The Window', ru: 'Окно' },
    remedy: LOCALIZED,
    ru: { label: 'название издания', remedy: ru.EVERY_LANGUAGE },
  },
  tagline: {
    label: 'The tagline',
    description: 'A few words under the name, in each of the outlet’s languages.',
    example: { en: 'What is kept shut', ru: 'О том, что закрыто' },
    remedy: 'Write it in each language, or leave it out.',
    ru: { label: 'девиз', remedy: ru.EVERY_LANGUAGE_OR_NONE },
  },
  description: {
    label: 'The description',
    description: 'What the outlet is, in a sentence, in each of its languages.',
    example: { en: 'An independent newsroom in exile.', ru: 'Независимая редакция в эмиграции.' },
    remedy: LOCALIZED,
    ru: { label: 'что это за издание', remedy: ru.EVERY_LANGUAGE },
  },
  origin: {
    label: 'The origin',
    description: 'The site’s own address, with which feeds and sitemaps are written.',
    example: 'https://outlet.example',
    form: URL_FORM,
    remedy: 'Write the site’s own https address.',
    ru: {
      label: 'собственный адрес сайта',
      form: ru.URL_FORM,
      remedy: 'Напишите собственный https-адрес сайта.',
    },
  },
  tagAuthority: {
    label: 'The tag authority',
    description:
      'A domain and a date on which the outlet held it (RFC 4151); feed ids are made with it.',
    example: { domain: 'outlet.example', date: '2026-01-01' },
    remedy: 'Give domain and date, and never change them.',
    why: 'Never change it, not even with the origin: readers of the feeds would get every story twice.',
    ru: {
      label: 'основа имён в лентах',
      remedy: 'Укажите domain и date и никогда их не меняйте.',
      why: 'Никогда не меняйте её, даже вместе с адресом сайта: подписчики лент получат каждый материал дважды.',
    },
  },
  'tagAuthority.domain': {
    label: 'The domain of the tag authority',
    description: 'A domain the outlet held on the date.',
    example: 'outlet.example',
    form: 'a domain in lower-case letters',
    remedy: 'Write the domain without https://.',
    ru: {
      label: 'домен для имён в лентах',
      form: 'домен строчными буквами',
      remedy: 'Напишите домен без https://.',
    },
  },
  'tagAuthority.date': {
    label: 'The date of the tag authority',
    description: 'A day on which the outlet held the domain.',
    example: '2026-01-01',
    form: 'a year, month or day, such as 2026-01-01',
    remedy: 'Write the date in quotes.',
    ru: {
      label: 'дата для имён в лентах',
      form: 'год, месяц или день, например 2026-01-01',
      remedy: 'Напишите дату в кавычках.',
    },
  },
} as const satisfies FieldTable;
