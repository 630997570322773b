import type { ParsedArgs } from 'citty';
import { languageArgument } from '../language/language-argument.ts';
import { say } from '../language/say.ts';
import { contentArgument } from '../repository/content-argument.ts';

const text = (en: string, ru: string, valueHint: string) =>
  ({ type: 'string', description: say({ en, ru }), valueHint }) as const;

export const args = {
  name: text(
    'Name of the outlet; in several languages: "Vodeni list | The Water Page"',
    'Название издания; на нескольких языках: "Окно | The Window"',
    'name',
  ),
  description: text(
    'What it is, in a sentence, as the name',
    'Что это, одной фразой, так же, как название',
    'text',
  ),
  languages: text(
    'Its languages, the main one first: sr-Latn,en',
    'Его языки, главный первым: ru,en',
    'codes',
  ),
  zone: text('Its time zone: Europe/Belgrade', 'Часовой пояс: Europe/Vilnius', 'zone'),
  origin: text(
    'Its own address: https://outlet.example/',
    'Собственный адрес: https://outlet.example/',
    'address',
  ),
  sections: text(
    'Names of its sections: "Vesti | News, Kultura | Culture"',
    'Названия разделов: "Новости | News, Культура | Culture"',
    'names',
  ),
  licence: text(
    'Licence of its articles (default: CC BY 4.0)',
    'Лицензия статей (по умолчанию CC BY 4.0)',
    'name',
  ),
  'fingerprint-at': text(
    'Address outside the site where readers will find the fingerprint',
    'Адрес вне сайта, где читатели найдут отпечаток',
    'address',
  ),
  keys: text(
    'Folder for the keys, new or made before; outside content and tree (default: beside the kit)',
    'Папка для ключей, новая или уже сделанная; вне содержимого и дерева (по умолчанию рядом с набором)',
    'folder',
  ),
  replace: text(
    'yes: the sample in the content folder is moved aside',
    'yes: образец из папки содержимого убрать в сторону',
    'yes|no',
  ),
  content: contentArgument,
  language: languageArgument,
  json: {
    type: 'boolean',
    description: say({ en: 'Print what was made as JSON', ru: 'Напечатать сделанное как JSON' }),
    default: false,
  },
} as const;

export type Options = ParsedArgs<typeof args>;
