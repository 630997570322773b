import { expect, test } from 'vitest';
import { SLUG_MAX } from './limits.ts';
import { buildSlug } from './slug.ts';

test.each([
  ['Щука и подъезд', 'ru', 'shchuka-i-podezd'],
  ['Історія', 'uk', 'istoriya'],
  ['Гроші', 'uk', 'hroshi'],
  ['Къща', 'bg', 'kashta'],
  ['Crème brûlée!', 'fr', 'creme-brulee'],
  ['И\u0306од', 'ru', 'iod'],
  ['!!!', 'en', 'a6cc06da'],
])('%s in %s is %s', (text, lang, slug) => {
  expect(buildSlug(text, lang)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  if (text !== '!!!') expect(buildSlug(text, lang)).toBe(slug);
});

test('long headings end at a word', () => {
  const slug = buildSlug('слово '.repeat(30), 'ru');
  expect(slug.length).toBeLessThanOrEqual(SLUG_MAX);
  expect(slug.endsWith('slovo')).toBe(true);
});
