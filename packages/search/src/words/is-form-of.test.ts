import { expect, test } from 'vitest';
import { isFormOf } from './is-form-of.ts';

test.each([
  ['зеркала', 'зеркалом'],
  ['зеркал', 'зеркалами'],
  ['экран', 'экранах'],
  ['кредит', 'кредитом'],
  ['паромная', 'паромной'],
  ['мостами', 'мост'],
])('%s answers %s', (word, asked) => {
  expect(isFormOf(word, asked, 'ru')).toBe(true);
});

test.each([
  ['новости', 'новостройка'],
  ['верховныи', 'верховод'],
  ['журналистах', 'журналистка'],
  ['мост', 'мостостроитель'],
  ['суд', 'сук'],
])('%s does not answer %s', (word, asked) => {
  expect(isFormOf(word, asked, 'ru')).toBe(false);
});

test('without a table of endings the beginning alone counts', () => {
  expect(isFormOf('містами', 'міст', 'uk')).toBe(true);
  expect(isFormOf('міст', 'містами', 'uk')).toBe(false);
});
