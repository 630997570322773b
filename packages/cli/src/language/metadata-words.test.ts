import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { metadataInRussian } from '@tamizdat/article-schema';

/** How the sources write their words: where one is added, in tables, and where a function gives one back. */
const FORMS = [
  /(?:metadata\.add\(|words?\.unshift\(|\bword: |\bsay\(|UNREADABLE = |EXIF: )['`]([^'`]+)['`]/g,
  /\b(?:iTXt|tEXt|tIME|zTXt): '([^']+)'/g,
  /['`]([\w“ ]+ tag|data of a program [^`]+|box “[^`]+)['`]/g,
];

/** Words as the sources of these packages have them; what a file itself calls a thing stays as it is. */
const words = ['containers', 'media', 'recordings'].flatMap((name) => {
  const folder = path.join(import.meta.dirname, `../../../${name}/src`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .flatMap((text) => FORMS.flatMap((form) => [...text.matchAll(form)]))
    .map(([, word = '']) => word.replaceAll(/\$\{.*\}/g, '7'));
});

test('there are words', () => {
  expect(words.length).toBeGreaterThan(20);
});

test.each([...new Set(words)])('“%s” has a Russian word', (word) => {
  expect(metadataInRussian(word)).toMatch(/\p{Script=Cyrillic}|^[A-Z0-9]+$/u);
});
