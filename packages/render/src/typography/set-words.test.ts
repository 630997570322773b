import { KIT_LANGUAGES, kitWordsOf } from '@tamizdat/article-schema';
import { expect, it } from 'vitest';
import { fillSet, setWords } from './set-words.ts';

it('sets words and groups of them, and keeps the places in them', () => {
  const own = { newsroom: 'Отдел "Прогресс"', corrections: { title: '"{name}" - в {place}' } };
  expect(setWords(own, 'ru')).toEqual({
    newsroom: 'Отдел «Прогресс»',
    corrections: { title: '«{name}»\u00a0— в\u00a0{place}' },
  });
});

it('finds the kit’s own words set, but for spaces', () => {
  for (const lang of KIT_LANGUAGES) {
    const plain = JSON.stringify(kitWordsOf(lang)).replaceAll('\u00a0', ' ');
    const set = JSON.stringify(setWords(kitWordsOf(lang) ?? {}, lang)).replaceAll('\u00a0', ' ');
    expect(set).toBe(plain);
  }
});

it.each([
  ['ru', 'на «{name}»', 'Письмо «Север»', 'на «Письмо „Север“»'],
  ['en', 'to “{name}”', 'The “North”, O’Hara’s', 'to “The ‘North’, O’Hara’s”'],
  ['fr', 'à «\u00a0{name}\u00a0»', 'Le «\u00a0Nord\u00a0»', 'à «\u00a0Le “Nord”\u00a0»'],
  ['ru', 'на {name}', 'Письмо «Север»', 'на Письмо «Север»'],
  ['tlh', '«{name}»', 'Письмо «Север»', '«Письмо «Север»»'],
])('nests quotations of %s in %j', (lang, word, name, filled) => {
  expect(fillSet(word, { name }, lang)).toBe(filled);
});
