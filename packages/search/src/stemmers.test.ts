import { createIndex } from 'pagefind';
import { expect, test } from 'vitest';
import { hasStemmer } from './stemmers.ts';

/** What Pagefind has for a language, asked of it. */
async function isStemmed(language: string): Promise<boolean> {
  const { index } = await createIndex({ forceLanguage: language.toLowerCase() });
  if (index === undefined) throw new Error('Pagefind made no index');
  const content = '<!doctype html><html><body data-pagefind-body><p>1</p></body></html>';
  await index.addHTMLFile({ url: 'a.html', content });
  const { files } = await index.getFiles();
  await index.deleteIndex();
  return files.some(({ path }) => /^wasm\.(?!unknown)/.test(path));
}

/** Some that have one, in all ways to write a language, and those of the press that most often have none. */
const LANGUAGES = 'ru sr-Latn pt-BR hy pl cs uk be bg hr ka kk fa he zh-Hant ja'.split(' ');

test('it is known which languages have a stemmer, with script and region', async () => {
  const known = Object.fromEntries(LANGUAGES.map((language) => [language, hasStemmer(language)]));
  const asked = await Promise.all(
    LANGUAGES.map(async (language) => [language, await isStemmed(language)] as const),
  );
  expect(known).toEqual(Object.fromEntries(asked));
});
