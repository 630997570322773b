import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test.each([
  ['The ferry is back', 'The ferry is back.html'],
  ['Who? “We”: a/b', 'Who “We” a b.html'],
  ['And then...', 'And then.html'],
  ['.hidden', 'hidden.html'],
  ['CON', 'text.html'],
  ['nul.txt', 'text.html'],
  ['Com1', 'text.html'],
  ['Concert', 'Concert.html'],
  ['A\u202Etxt\u200B\u00AD.exe', 'Atxt.exe.html'],
  ['…', '….html'],
  ['. . .', 'text.html'],
  [`${'слово '.repeat(13)}ещёслово конец`, `${'слово '.repeat(13).trim()}.html`],
])('%j is saved as %s', (title, name) => {
  expect(fileName(title)).toBe(name);
});
