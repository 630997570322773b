import { URL_FORM, LOCALIZED } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

const COLOUR_FORM = 'a colour of six hexadecimal digits';

/** Terms and looks of the site, and the outlet’s accounts elsewhere. */
export const IMPRINT = {
  licence: {
    label: 'The licence',
    description: 'Under what terms the texts may be used: name per language, and an address.',
    example: { name: { en: 'CC BY 4.0', ru: 'CC BY 4.0' } },
    remedy: 'Give name and, if there is one, url.',
    ru: { label: 'лицензия', remedy: 'Укажите name и, если есть, url.' },
  },
  'licence.name': {
    label: 'The name of the licence',
    description: 'In each of the outlet’s languages.',
    example: { en: 'CC BY 4.0', ru: 'CC BY 4.0' },
    remedy: LOCALIZED,
    ru: { label: 'название лицензии', remedy: ru.EVERY_LANGUAGE },
  },
  'licence.url': {
    label: 'The address of the licence',
    description: 'Where its text stands.',
    example: 'https://creativecommons.org/licenses/by/4.0/',
    form: URL_FORM,
    remedy: 'Write the whole https address, or leave the line out.',
    ru: { label: 'адрес лицензии', form: ru.URL_FORM, remedy: ru.WRITE_URL_OR_NONE },
  },
  accent: {
    label: 'The accent colour',
    description: 'One colour for each theme; it must be readable on the ground.',
    example: { light: '#9b1c1c', dark: '#ff9d8a' },
    remedy: 'Give light and dark, or leave it out.',
    ru: { label: 'цвет акцента', remedy: 'Укажите light и dark или уберите поле.' },
  },
  'accent.light': {
    label: 'The accent in the light theme',
    description: 'Contrast of at least 4.5 : 1 on the light ground.',
    example: '#9b1c1c',
    form: COLOUR_FORM,
    remedy: 'Write it as #rrggbb, in quotes.',
    ru: { label: 'акцент в светлой теме', ...ru.COLOUR },
  },
  'accent.dark': {
    label: 'The accent in the dark theme',
    description: 'Contrast of at least 4.5 : 1 on the dark ground.',
    example: '#ff9d8a',
    form: COLOUR_FORM,
    remedy: 'Write it as #rrggbb, in quotes.',
    ru: { label: 'акцент в тёмной теме', ...ru.COLOUR },
  },
  mark: {
    label: 'The mark',
    description: 'The outlet’s sign: an SVG file beside outlet.yaml.',
    example: 'mark.svg',
    form: 'a file name without folders',
    remedy: 'Put the SVG beside outlet.yaml and write its name, or leave the line out.',
    ru: {
      label: 'знак издания',
      form: ru.FILE_FORM,
      remedy: 'Положите SVG рядом с outlet.yaml и напишите имя файла или уберите строку.',
    },
  },
  social: {
    label: 'The list of social links',
    description: 'The outlet’s accounts elsewhere.',
    example: [{ name: 'Mastodon', url: 'https://example.social/@outlet' }],
    remedy: 'Write a list of name and url, or leave it out.',
    ru: { label: 'страницы издания', remedy: ru.NAMES_AND_URLS_OR_NONE },
  },
  'social[]': {
    label: 'A social link',
    description: 'A name and an https address.',
    example: { name: 'Mastodon', url: 'https://example.social/@outlet' },
    remedy: 'Give name and url.',
    ru: { label: 'страница издания', remedy: ru.NAME_AND_URL },
  },
  'social[].name': {
    label: 'The name of the social link',
    description: 'What the link is called.',
    example: 'Mastodon',
    remedy: 'Write what it is called.',
    ru: { label: 'название ссылки', remedy: 'Напишите, как она называется.' },
  },
  'social[].url': {
    label: 'The address of the social link',
    description: 'Where it leads.',
    example: 'https://example.social/@outlet',
    form: URL_FORM,
    remedy: 'Write the whole https address.',
    ru: { label: 'адрес ссылки', form: ru.URL_FORM, remedy: ru.WRITE_URL },
  },
} as const satisfies FieldTable;
