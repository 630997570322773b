import { FORMER_ADDRESS_FIELDS, FORMER_FEED_FIELDS } from './former-fields.ts';
import type { FieldTable } from './notes.ts';
import * as ru from './russian-forms.ts';

const OWN_FIELDS = {
  name: {
    label: 'The name',
    description: 'The name as it is printed, in each of the outlet’s languages.',
    example: { en: 'Anna Petrova', ru: 'Анна Петрова' },
    remedy: 'Write the name in each of the outlet’s languages.',
    ru: {
      label: 'имя',
      description: 'Имя, как его печатать, на каждом из языков издания.',
      remedy: 'Напишите имя на каждом из языков издания.',
    },
  },
  bio: {
    label: 'The biography',
    description: 'A few sentences, in each of the outlet’s languages.',
    example: { en: 'Writes about rivers.', ru: 'Пишет о реках.' },
    remedy: 'Write a few sentences in each language, or leave it out.',
    ru: {
      label: 'об авторе',
      description: 'Несколько предложений, на каждом из языков издания.',
      remedy: 'Напишите несколько предложений на каждом языке или уберите поле.',
    },
  },
  role: {
    label: 'The role',
    description: 'What the author does at the outlet, in each of its languages.',
    example: { en: 'Correspondent', ru: 'Корреспондент' },
    remedy: 'Write it in each language, or leave it out.',
    ru: {
      label: 'должность',
      description: 'Чем автор занимается в издании, на каждом из его языков.',
      remedy: ru.EVERY_LANGUAGE_OR_NONE,
    },
  },
  pseudonym: {
    label: 'The mark “pseudonym”',
    description: 'True where the name hides a person; then no photo, e-mail, place or links.',
    example: true,
    form: 'true or false',
    remedy: 'Write true or false, or leave the line out.',
    ru: {
      label: 'псевдоним',
      description: 'true, если имя скрывает человека; тогда без фотографии, почты, места и ссылок.',
      form: 'true или false',
      remedy: ru.WRITE_BOOLEAN_OR_NONE,
    },
  },
  photo: {
    label: 'The photo',
    description: 'An image file beside the record. Never for a pseudonym.',
    example: 'anna-petrova.jpg',
    form: 'a file name without folders',
    remedy: 'Put the image into content/authors and write its name, or leave the line out.',
    ru: {
      label: 'фотография',
      description: 'Файл с картинкой рядом с записью. Никогда у псевдонима.',
      form: ru.FILE_FORM,
      remedy: 'Положите картинку в content/authors и напишите имя файла или уберите строку.',
    },
  },
  email: {
    label: 'The e-mail address',
    description: 'Printed on the author’s page. Never for a pseudonym.',
    example: 'petrova@example.org',
    form: 'an e-mail address',
    remedy: 'Write the whole address, or leave the line out.',
    ru: {
      label: 'адрес почты',
      description: 'Виден на странице автора. Никогда у псевдонима.',
      form: 'адрес электронной почты',
      remedy: 'Напишите адрес целиком или уберите строку.',
    },
  },
  place: {
    label: 'The place',
    description:
      'Where the author works, in each of the outlet’s languages. Never for a pseudonym.',
    example: { en: 'Vilnius', ru: 'Вильнюс' },
    remedy: 'Write it in each language, or leave it out.',
    ru: {
      label: 'место',
      description: 'Где автор работает, на каждом из языков издания. Никогда у псевдонима.',
      remedy: ru.EVERY_LANGUAGE_OR_NONE,
    },
  },
  links: {
    label: 'The list of links',
    description: 'The author’s pages elsewhere. Never for a pseudonym.',
    example: [{ name: 'Mastodon', url: 'https://example.social/@anna' }],
    remedy: 'Write a list of name and url, or leave it out.',
    ru: {
      label: 'ссылки',
      description: 'Страницы автора в других местах. Никогда у псевдонима.',
      remedy: ru.NAMES_AND_URLS_OR_NONE,
    },
  },
  'links[]': {
    label: 'A link',
    description: 'A name and an https address.',
    example: { name: 'Mastodon', url: 'https://example.social/@anna' },
    remedy: 'Give name and url.',
    ru: {
      label: 'ссылка',
      description: 'Название и https-адрес.',
      remedy: ru.NAME_AND_URL,
    },
  },
  'links[].name': {
    label: 'The name of the link',
    description: 'What the link is called.',
    example: 'Mastodon',
    remedy: 'Write what the link is called.',
    ru: {
      label: 'название ссылки',
      description: 'Как называется ссылка.',
      remedy: 'Напишите, как называется ссылка.',
    },
  },
  'links[].url': {
    label: 'The address of the link',
    description: 'Where it leads.',
    example: 'https://example.social/@anna',
    form: 'a whole https address',
    remedy: 'Write the whole https address.',
    ru: {
      label: 'адрес ссылки',
      description: 'Куда она ведёт.',
      form: ru.URL_FORM,
      remedy: ru.WRITE_URL,
    },
  },
} as const satisfies FieldTable;

/** An author’s record, `content/authors/<id>.yaml`. */
export const AUTHOR_FIELDS = {
  ...OWN_FIELDS,
  ...FORMER_ADDRESS_FIELDS,
  ...FORMER_FEED_FIELDS,
} as const satisfies FieldTable;
