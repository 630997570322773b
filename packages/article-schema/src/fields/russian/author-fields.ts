import {
  EVERY_LANGUAGE_OR_NONE,
  FILE_FORM,
  NAME_AND_URL,
  NAMES_AND_URLS_OR_NONE,
  URL_FORM,
  WRITE_BOOLEAN_OR_NONE,
  WRITE_URL,
} from './forms.ts';

/** What the fields of an author’s record are in Russian. */
export const AUTHOR_IN_RUSSIAN = {
  name: {
    label: 'имя',
    description: 'Имя, как его печатать, на каждом из языков издания.',
    remedy: 'Напишите имя на каждом из языков издания.',
  },
  bio: {
    label: 'об авторе',
    description: 'Несколько предложений, на каждом из языков издания.',
    remedy: 'Напишите несколько предложений на каждом языке или уберите поле.',
  },
  role: {
    label: 'должность',
    description: 'Чем автор занимается в издании, на каждом из его языков.',
    remedy: EVERY_LANGUAGE_OR_NONE,
  },
  pseudonym: {
    label: 'псевдоним',
    description: 'true, если имя скрывает человека; тогда без фотографии, почты, места и ссылок.',
    form: 'true или false',
    remedy: WRITE_BOOLEAN_OR_NONE,
  },
  photo: {
    label: 'фотография',
    description: 'Файл с картинкой рядом с записью. Никогда у псевдонима.',
    form: FILE_FORM,
    remedy: 'Положите картинку в content/authors и напишите имя файла или уберите строку.',
  },
  email: {
    label: 'адрес почты',
    description: 'Виден на странице автора. Никогда у псевдонима.',
    form: 'адрес электронной почты',
    remedy: 'Напишите адрес целиком или уберите строку.',
  },
  place: {
    label: 'место',
    description: 'Где автор работает, на каждом из языков издания. Никогда у псевдонима.',
    remedy: EVERY_LANGUAGE_OR_NONE,
  },
  links: {
    label: 'ссылки',
    description: 'Страницы автора в других местах. Никогда у псевдонима.',
    remedy: NAMES_AND_URLS_OR_NONE,
  },
  'links[]': {
    label: 'ссылка',
    description: 'Название и https-адрес.',
    remedy: NAME_AND_URL,
  },
  'links[].name': {
    label: 'название ссылки',
    description: 'Как называется ссылка.',
    remedy: 'Напишите, как называется ссылка.',
  },
  'links[].url': {
    label: 'адрес ссылки',
    description: 'Куда она ведёт.',
    form: URL_FORM,
    remedy: WRITE_URL,
  },
} as const;
