import { ARTICLE_FIELDS } from '@tamizdat/article-schema';
import { expect, test } from 'vitest';
import { ROOM_WORDS } from './room-words.ts';
import { russian } from './russian.ts';

test('in Russian a field is called as in messages', () => {
  expect(ROOM_WORDS.ru.labels['kicker']).toBe('Надзаголовок');
  expect(ROOM_WORDS.ru.labels['leadImage.alt']).toBe('Что на ней');
});

test('what the room has no words of its own for is called as the field’s record says', () => {
  expect(ROOM_WORDS.en.labels['kicker']).toBe('Kicker');
  expect(ROOM_WORDS.en.labels['tags']).toBe('Tags');
  expect(ROOM_WORDS.en.labels['title']).toBe('Headline');
  expect(ROOM_WORDS.ru.hints['kicker']).toBe(ARTICLE_FIELDS.kicker.ru.description);
});

test('the room has words of its own for what stands below a group alone, and other ones', () => {
  const own = Object.entries(russian.labels).filter(([field]) => field !== 'body');
  expect(own.filter(([field]) => !/[.[]/.test(field))).toEqual([]);
  const labels = new Map(
    Object.entries(ARTICLE_FIELDS).map(([field, { ru }]) => [field, ru.label]),
  );
  expect(own.filter(([field, label]) => labels.get(field) === label.toLowerCase())).toEqual([]);
});
