import { expect, test } from 'vitest';
import { MAX_NAME_BYTES, MAX_PATH_LENGTH } from '../limits.ts';
import { checkNames } from './check-names.ts';

test.each([
  ['en/2026/11/22/a-story.html', []],
  ['.well-known/security.txt', []],
  ['en/ж.html', []],
  ['console/auxiliary.html', []],
  ['en/cafe\u0301.html', ['name-not-nfc']],
  ['en/a\u202eb.html', ['name-characters']],
  ['en/a\nb.html', ['name-characters']],
  ['en/a:b.html', ['name-characters']],
  ['en/a\\b.html', ['name-characters']],
  ['en/a?b.html', ['name-characters']],
  ['en/a#b.html', ['name-characters']],
  ['en/a%20b.html', ['name-characters']],
  ['en/CON', ['name-device']],
  ['en/nul.html', ['name-device']],
  ['en/com1.tar.gz', ['name-device']],
  ['en/a.', ['name-edges']],
  ['en/a ', ['name-edges']],
  ['en/ a', ['name-edges']],
  [`${'я'.repeat(MAX_NAME_BYTES / 2)}.`, ['name-edges', 'name-long']],
  [`${'a/'.repeat(MAX_PATH_LENGTH / 2)}b`, ['path-long']],
])('%j: %j', (path, codes) => {
  expect(checkNames([path]).map(({ code }) => code)).toEqual(codes);
});

test('paths that differ in case or in composition alone', () => {
  const composed = 'ru/\u00e9';
  const decomposed = 'ru/e\u0301';
  const problems = checkNames(['en/A.html', 'en/a.html', 'EN/b.html', composed, decomposed]);
  expect(problems.map(({ code, file, found }) => [code, file, found])).toEqual([
    ['name-not-nfc', decomposed, 'e\u0301'],
    ['name-collision', 'en/a.html', 'en/A.html'],
    ['name-collision', 'EN/b.html', 'en'],
    ['name-collision', decomposed, composed],
  ]);
});
