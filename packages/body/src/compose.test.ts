import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeBody } from './compose.ts';
import { inspectBody } from './inspect.ts';

const pieces = (text: string): string => text.normalize('NFD');

test.each([
  ['words', 'Ещё *ёлка*', 'Ещё *ёлка*'],
  ['an address of another site', `[ёлка](https://a.example/${pieces('ё')})`, undefined],
  ['a bare address', `ёлка https://a.example/${pieces('ё')}`, undefined],
  ['a definition', `[ёлка][a]\n\n[a]: https://a.example/${pieces('ё')}`, undefined],
  ['HTML', `ёлка <a href="https://a.example/${pieces('ё')}">ёлка</a>`, undefined],
  ['a block of HTML', `<p>ёлка <a href="https://a.example/${pieces('ё')}">ёлка</a></p>`, undefined],
  ['code', `ёлка \`${pieces('ё')}\``, undefined],
  ['a block of code', `ёлка\n\n\`\`\`\n${pieces('ё')}\n\`\`\``, undefined],
  ['a picture of the article', '![ёлка](ёлка.jpg)', '![ёлка](ёлка.jpg)'],
])('letters are whole: %s', (_, written, wanted) => {
  const given = wanted === undefined ? written.replace(/ёлка/g, pieces('ёлка')) : pieces(written);
  expect(composeBody(given)).toBe(wanted ?? written);
});

test('no link of another site leads elsewhere, whatever the text', () => {
  const words = fc.constantFrom(
    'ё',
    pieces('ё'),
    '[',
    '](https://a.example/',
    ')',
    '`',
    '\n',
    ' ',
    '>',
    '- ',
    '<https://b.example/',
    '<a href="https://c.example/',
    '">',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      const urls = (markdown: string) => inspectBody(markdown).links.map(({ url }) => url);
      expect(urls(composeBody(text))).toEqual(urls(text));
      expect(composeBody(composeBody(text))).toBe(composeBody(text));
    }),
  );
});
