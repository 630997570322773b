import { expect, test } from 'vitest';
import { checkTexts } from './check-text.ts';
import { bodyText } from './markdown-text.ts';

const check = (body: string, lang = 'ru') =>
  checkTexts([bodyText({ yaml: '', yamlLine: 2, body, bodyLine: 9 })], 'content/a.md', { lang })
    .problems;

test('a line that Markdown misreads is told at its place, with the line as it would be right', () => {
  expect(check('Было тепло.\n\n- Вы видели? - спросил следователь.')).toMatchObject([
    {
      code: 'text-speech-dash',
      severity: 'warning',
      line: 11,
      column: 1,
      example: '— Вы видели? — спросил следователь.',
    },
  ]);
});

test('a list that would be counted anew is an error', () => {
  expect(check('1. a\n1. b')).toMatchObject([
    { code: 'text-list-numbers', severity: 'error', line: 10, example: '2. b' },
  ]);
});

test.each([
  ['fr', '- Vous avez vu ?\n- Non.', ['text-speech-dash', 'text-speech-dash']],
  ['pt', '- Viu?\n- Não.', ['text-speech-dash', 'text-speech-dash']],
  ['en', '- Who pays?\n- Nobody.', []],
  ['en', '- 15 degrees at night', ['text-line-mark']],
  ['ru', '| a | b |\n| - | - |\n| 1 |', ['text-table-row']],
  ['ru', '```\na', ['text-code-open']],
  ['ru', '1991. Завод открыли.\n\n1998. Его купили.', []],
])('in %s: %j', (lang, body, codes) => {
  expect(check(body, lang).map(({ code }) => code)).toEqual(codes);
});
