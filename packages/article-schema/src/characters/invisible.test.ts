import { expect, test } from 'vitest';
import { findForbidden, findReferences } from './forbidden.ts';
import { firstInvisible } from './invisible.ts';

test.each([
  ['a space without width in a name', 'Сбер\u200Bбанк', 4],
  ['a joiner between Latin letters', 'pay\u200Dpal', 3],
  ['a non-joiner in Cyrillic', 'за\u200Cкон', 2],
  ['a word joiner', 'a\u2060b', 1],
  ['a filler of Hangul that looks like a space', 'a\u3164b', 1],
  ['a mark of direction in a Latin line', 'Anna\u200E Petrova', 4],
  ['a tag', 'a\u{E0041}b', 1],
  ['a variation selector after a letter', 'a\uFE0Fb', 1],
])('tells of %s', (_, line, offset) => {
  expect(firstInvisible(line)?.offset).toBe(offset);
  expect(findForbidden(`ok\n${line}`)).toMatchObject([
    {
      finding: { code: 'character-invisible', severity: 'warning' },
      span: { line: 2, column: offset + 1 },
    },
  ]);
});

test.each([
  ['Persian', 'می\u200Cخواهم'],
  ['Hindi', 'क\u094D\u200Dष and क\u094D\u200C'],
  ['Khmer and Thai line breaks', 'ភាសា\u200Bខ្មែរ, ภาษา\u200Bไทย'],
  [
    'a family, a flag, a keycap, a heart',
    '👨\u200D👩\u200D👧 🏴\u{E0067}\u{E0062}\u{E007F} 1\uFE0F\u20E3 ❤\uFE0F',
  ],
  ['Arabic and Latin in one line', 'קוד (C++\u200E) של 5\u200F%'],
  ['an Arabic letter mark', 'نص \u061C+1'],
  ['soft hyphens', 'достопримеча\u00ADтельность'],
  ['stressed vowels', 'за\u0301мок'],
])('leaves what %s needs', (_, line) => {
  expect(firstInvisible(line)).toBeUndefined();
});

test('finds what is written as a reference', () => {
  expect(findReferences('ok\npay&#8203;pal')).toMatchObject([
    { finding: { code: 'character-invisible' }, at: { line: 2, column: 4 } },
  ]);
  expect(findReferences('می&#8204;خواهم')).toEqual([]);
});
