import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { chooseLanguage, optionOf } from './choose-language.ts';
import { OUTLET_FILE_READ_BYTES } from './limits.ts';
import { outletLanguages } from './outlet-languages.ts';

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
  expect(chooseLanguage(args, env, () => [])).toBe(language);
});

test.each([
  ['that is told in none', 'languages: [{ code: uk }, { code: ru }, { code: en }]', 'ru'],
  ['that begins with English', 'languages:\n  - code: en\n  - { code: ru }', 'en'],
  ['with words that are no languages', 'languages: [{ code: de }, ru, { code: [ru] }]', 'en'],
  ['that breaks off', 'languages: [', 'en'],
  ['that breaks off later', 'languages: [{ code: ru }]\nname: [', 'ru'],
  ['with an alias', 'a: &a [1]\nlanguages: *a', 'en'],
  ['of lists in lists', `languages: ${'['.repeat(40_000)}`, 'en'],
  ['too large', `languages: [{ code: ru }]\n#${'x'.repeat(OUTLET_FILE_READ_BYTES)}`, 'en'],
  ['that is not there', undefined, 'en'],
])('of an outlet %s it is found', (_, text, language) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-language-'));
  try {
    if (text !== undefined) writeFileSync(path.join(folder, 'outlet.yaml'), text);
    const args = ['check', '--language', 'outlet', '--content', folder];
    const asked = () => outletLanguages(optionOf(args, 'content'));
    expect(chooseLanguage(args, { LANG: 'C' }, asked)).toBe(language);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
