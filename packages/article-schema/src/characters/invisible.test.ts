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
  ['a grapheme joiner', 'pay\u034Fpal', 3],
  ['a grapheme joiner beside a sign', '+\u034Fa', 1],
  ['a filler beside a sign', '€\u3164100', 1],
  ['fillers beside each other', 'a\u1160\u115F\u3164\uFFA0b', 1],
  ['two of one filler', 'a\u3164\u3164b', 1],
  ['a filler beside Chinese', '中\u3164文', 1],
  ['vowels of Khmer that are never seen', 'a\u17B4\u17B5b', 1],
  ['a blank of Braille', 'a\u2800\u2800b', 1],
  ['a run of tags', 'a\u{E0068}\u{E0069}b', 1],
  ['tags after an emoji that is no flag', '👍\u{E0068}\u{E0069}\u{E007F}', 2],
  ['more tags than a flag has', `🏴${'\u{E0061}'.repeat(40)}\u{E007F}`, 2],
  ['a run of variation selectors', '❤\uFE0F\uFE0F', 2],
  ['a selector of the further ones', '❤\uFE0F\u{E0100}', 2],
  ['a digit with a selector', '1\uFE0F2', 1],
  ['what Unicode keeps for later', 'a\u2065b', 1],
  ['a control of shorthand', 'a\u{1BCA0}b', 1],
  ['a mark of music', 'a\u{1D173}b', 1],
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
  ['old Korean', 'ᄀ\u1160 and \u115Fᅡ'],
  ['Braille', '⠠⠓⠑\u2800⠺⠕'],
  ['Chinese names and Mongolian', '葛\u{E0100}城, ᠮᠣᠩᠭᠣᠯ\u180Bᠠ'],
  ['a sign of mathematics, a rainbow flag, a hand', '≤\uFE00 🏳\uFE0F\u200D🌈 🧑🏽\u200D🚀'],
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
