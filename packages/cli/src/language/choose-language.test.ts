import { expect, test } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

test.each([
  [[], {}, 'en'],
  [[], { LANG: 'ru_RU.UTF-8' }, 'ru'],
  [[], { LANG: 'ru' }, 'ru'],
  [[], { LANG: 'rue_UA.UTF-8' }, 'en'],
  [[], { LANG: 'de_DE.UTF-8' }, 'en'],
  [[], { LANG: 'C' }, 'en'],
  [[], { LANG: 'ru_RU.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' }, 'en'],
  [[], { LANG: 'en_GB.UTF-8', LC_ALL: 'ru_RU.UTF-8', LC_MESSAGES: 'C' }, 'ru'],
  [[], { LANG: 'ru_RU.UTF-8', LC_ALL: '' }, 'ru'],
  [['check', '--language', 'en'], { LANG: 'ru_RU.UTF-8' }, 'en'],
  [['check', '--language=ru', 'a.md'], { LC_ALL: 'C' }, 'ru'],
  [['check', '--language'], { LANG: 'ru_RU.UTF-8' }, 'ru'],
  [['check', '--', '--language=ru'], {}, 'en'],
])('%j with %j is %s', (args, env, language) => {
  expect(chooseLanguage(args, env)).toBe(language);
});
