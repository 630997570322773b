import { KIT_LANGUAGES, kitWordsOf } from '@tamizdat/article-schema';
import { expect, it } from 'vitest';
import { nestValues, setWords } from './set-words.ts';

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
  ['ru', 'на «{name}»', 'Письмо «Север»', 'Письмо „Север“'],
  ['en', 'to “{name}”', 'The “North”, O’Hara’s', 'The ‘North’, O’Hara’s'],
  ['fr', 'à «\u00a0{name}\u00a0»', 'Le «\u00a0Nord\u00a0»', 'Le “Nord”'],
  ['ru', 'на {name}', 'Письмо «Север»', 'Письмо «Север»'],
  ['tlh', '«{name}»', 'Письмо «Север»', 'Письмо «Север»'],
])('nests quotations of %s in %j', (lang, word, name, nested) => {
  expect(nestValues(word, { name }, lang)).toEqual({ name: nested });
});
