import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { makeOutlet, tamizdat } from '../../testing/sample-outlet.ts';
import { findWords } from './find-words.ts';
import { openDictionary } from './open-dictionary.ts';
import { parseOwnWords } from './own-words.ts';

const article = (lang: string, text: string, fields = '') => `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0${lang === 'ru' ? 'V' : 'W'}
lang: ${lang}
kind: feature
title: Паром снова ходит через реку
section: politics
status: draft
${fields}---

${text}
`;

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));

async function spelling(files: Record<string, string>, ...args: string[]): Promise<string[]> {
  folder = await makeOutlet(files);
  const { out } = await tamizdat(['check', '--content', 'content', '--json', ...args], folder);
  const { problems } = JSON.parse(out) as { problems: Record<string, unknown>[] };
  return problems.map(({ code, severity, line, column, message, remedy }) =>
    [code, severity, `${String(line)}:${String(column)}`, message, remedy].join(' | '),
  );
}

const RU = 'articles/ru/2026/11/20-a/index.md';
const EN = 'articles/en/2026/11/20-a/index.md';

describe('tamizdat check --spelling', () => {
  test('tells of unknown words at their places, as advice', async () => {
    const found = await spelling(
      { [RU]: article('ru', 'Паром.\n\nКарова стояла у реки, рыжая карова из Тиглинска.') },
      '--spelling',
    );
    expect(found).toEqual([
      'style-spelling | warning | 12:29 | The dictionary does not know “карова”. | Did you mean “крова”, “корова”, “какова”? A word that is right is written into content/spelling.txt, on a line of its own.',
    ]);
  });

  test('in Russian', async () => {
    const found = await spelling(
      { [RU]: article('ru', 'Рыжая карова.') },
      ...['--spelling', '--language', 'ru'],
    );
    expect(found[0]).toContain('Словарь не знает слова «карова». | Вы имели в виду «крова»');
  });

  test.each([
    ['it is not asked for', article('ru', 'Рыжая карова.'), []],
    [
      'it is known, in either English',
      article('en', 'The colour and color of the crane’s arm.'),
      [],
    ],
    [
      'it is code, an address or a name',
      article('en', '`krane` [a](https://a.example/krane) Krane.'),
      [],
    ],
    [
      'the article declines it',
      article('ru', 'Карова.', 'declined: [{ rule: spelling, reason: Так говорят в посёлке. }]\n'),
      [],
    ],
  ])('says nothing where %s', async (_, text, told) => {
    const file = text.includes('lang: ru') ? RU : EN;
    const args = text.includes('Рыжая') ? [] : ['--spelling'];
    expect(await spelling({ [file]: text }, ...args)).toEqual(told);
  });

  test('the outlet’s own words are known, in the forms of their like', async () => {
    const own = '# people\nзамглава\nгидропарк: парк # like that\n';
    const text = 'Этот замглава у нашего гидропарка стоял в замглаве.';
    const found = await spelling({ [RU]: article('ru', text), 'spelling.txt': own }, '--spelling');
    expect(found.map((each) => each.split(' | ')[3])).toEqual([
      'The dictionary does not know “замглаве”.',
    ]);
  });
});

test('own words are a word a line; what is none is left out', () => {
  expect(parseOwnWords('слово\r\n\n# x\n a-b : c-d #y\ntwo words\n123\nа: б: в')).toEqual([
    { word: 'слово' },
    { word: 'a-b', like: 'c-d' },
  ]);
});

test.each([
  ['ru', 'Рыба-пила шла по-новому, и Wi-Fi был 5g.', ['пила', 'новому']],
  [
    'en',
    'the café’s re-made menu, кран, COVID, iPhone 4x4 a@mail.example',
    ['café’s', 'made', 'menu'],
  ],
  ['de', 'Das ist Text.', []],
])('words of “%s”', (lang, text, words) => {
  expect(findWords(text, lang).map(({ word }) => word)).toEqual(words);
});

test('every word stands where it is said to, whatever the text', () => {
  const pieces = fc.constantFrom(
    'карова',
    'по-новому',
    'Имя',
    ' ',
    '\n',
    '-',
    '’',
    '5',
    'é',
    '.',
    '\u0301',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      for (const { word, offset } of findWords(text, 'ru')) {
        expect(text.slice(offset, offset + word.length)).toBe(word);
      }
    }),
  );
});

test('a language without a dictionary has none', async () => {
  expect(await openDictionary('constructor', [])).toBeUndefined();
});
