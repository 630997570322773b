import { describe, expect, test } from 'vitest';
import { inspectBody } from '../inspect.ts';

const told = (markdown: string) =>
  inspectBody(markdown).misread.map(({ kind, at, mended }) => [kind, at.line, mended]);

const HEAD = '| Команда | Что |\n| --- | --- |\n';

describe('rows of a table', () => {
  test.each([
    ['a pipe in code', '| `a|b` | два |', ['row-long', 3, '| `a\\|b` | два |']],
    ['pipes in code of two signs', '| ``a`|b`` | два |', ['row-long', 3, '| ``a`\\|b`` | два |']],
    ['one cell parted', '| `ls | wc` |', ['row-code', 3, '| `ls \\| wc` | |']],
    ['a pipe in words', '| A | да | нет |', ['row-long', 3, '| A | да \\| нет |']],
    ['an open end', 'A | да | нет | и', ['row-long', 3, 'A | да \\| нет \\| и']],
    ['too few', '| один |', ['row-short', 3, '| один | |']],
    ['too few, an open end', '| один', ['row-short', 3, '| один | |']],
    ['the line below', 'Так говорит отчёт.', ['row-text', 3, '\nТак говорит отчёт.']],
  ])('%s', (_, row, wanted) => {
    expect(told(HEAD + row)).toEqual([wanted]);
  });
  test('in a quotation, at its line', () => {
    expect(told('> | a | b |\n> | - | - |\n> | 1 |')).toEqual([['row-short', 3, '| 1 | |']]);
  });
  test('as many as the head has', () => {
    expect(told(`${HEAD}| \`a\\|b\` | да |\n| A \\| B | |\n|  |  |\n\nТекст.`)).toEqual([]);
  });
  test('what is proposed is right', () => {
    for (const row of ['| `a|b` | два |', '| A | да | нет |', '| один |', 'A | да | нет | и'])
      expect(told(HEAD + String(told(HEAD + row)[0]?.[2]))).toEqual([]);
  });
});

describe('code that nothing ends', () => {
  test.each([
    ['Да.\n\n```html\n<a>\n\nНет.\n', ['code-open', 3, '```html\n…\n```']],
    ['~~~~\na\n~~~', ['code-open', 1, '~~~~\n…\n~~~~']],
    ['> ```\n> a\n\nb', ['code-open', 1, '```\n…\n```']],
    ['```', ['code-open', 1, '```\n…\n```']],
  ])('%j', (written, wanted) => {
    expect(told(written)).toEqual([wanted]);
  });
  test.each([
    '```\na\n```',
    '~~~ js\n```\n~~~~~  \n',
    '> ```\n> a\n> ```',
    '- ```\n  a\n  ```\n',
    '```\r\na\r\n```\r\n',
  ])('is closed: %j', (written) => {
    expect(told(written)).toEqual([]);
  });
});
