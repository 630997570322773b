import { expect, test } from 'vitest';
import { ageOf } from './age-of.ts';

const MADE = '2026-11-22T12:00:00Z';
const after = (days: number) => Date.parse(MADE) + days * 86_400_000;

test.each([
  [7.9, 'en', undefined],
  [-100, 'en', undefined],
  [8, 'en', '8 days ago'],
  [13, 'ru', '13 дней назад'],
  [15, 'en', '2 weeks ago'],
  [65, 'ru', '2 месяца назад'],
  [400, 'en', '13 months ago'],
  [800, 'ru', '2 года назад'],
])('a copy is %s days old in %s', (days, lang, expected) => {
  expect(ageOf(MADE, after(days), lang)).toBe(expected);
});

test('a time that is none has no age', () => {
  expect(ageOf('soon', after(100), 'en')).toBeUndefined();
});
