import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildBodyBlocks } from './body-blocks.ts';

const texts = (html: string): string[] => buildBodyBlocks(html).map((block) => block.text);

test('blocks part words, inline elements do not', () => {
  expect(
    texts('<p>Вол<em>га</em> течёт</p><p>на&nbsp;юг</p><ul><li>раз</li><li>два</li></ul>'),
  ).toEqual(['Волга течёт', 'на юг', 'раз', 'два']);
  expect(texts('a<br>b')).toEqual(['a', 'b']);
});

test('headings are told apart, however their tags are nested', () => {
  expect(buildBodyBlocks('<h2>One <b>two</b></h2>three</h2>')).toEqual([
    { kind: 'heading', text: 'One two' },
    { kind: 'text', text: 'three' },
  ]);
});

test('scripts, styles and attributes leave nothing behind', () => {
  expect(
    texts(
      '<p title="x" data-pagefind-ignore="all">a</p><script>b()</script><style>c{}</style><svg><text>d</text></svg>',
    ),
  ).toEqual(['a']);
});

test('the numbers of notes and the arrows back from them are no words of the text', () => {
  const note = (role: string, text: string) => `<a href="#x" role="${role}">${text}</a>`;
  expect(
    texts(
      `<p>миллионов<sup>${note('doc-noteref', '3')}</sup><sup>${note('doc-noteref', '4')}, ${note('doc-noteref', '5')}</sup><sup>, ${note('doc-noteref', '6')}</sup> рублей</p>` +
        `<ol><li>Приказ №&nbsp;7 ${note('doc-backlink', '↩<sup>2</sup>')}</li></ol><p><a href="/">дом</a>10<sup>6</sup></p>`,
    ),
  ).toEqual(['миллионов рублей', 'Приказ № 7', 'дом10⁶']);
});

test('any input gives blocks of folded text', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<h2>',
      '</h2>',
      '<script>',
      '</script>',
      '<',
      '&',
      ' ',
      'слово',
      '<!--',
    ),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      for (const text of texts(parts.join(''))) expect(text).toMatch(/^\S+(?: \S+)*$/);
    }),
  );
});
