import { expect, test } from 'vitest';
import { renderBody } from '../index.ts';

const list = (start: number, count: number): string =>
  renderBody(
    Array.from({ length: count }, (_, index) => `${String(start + index)}. Пункт`).join('\n'),
    {
      lang: 'ru',
      words: { sources: 'Источники', backToText: 'К тексту', archived: 'копия' },
      sources: [],
      picture: () => null,
    },
  ).replace(/><li>[^]*/, '>');

test.each([
  [1, 99, '<ol>'],
  [1, 100, '<ol class="n3">'],
  [98, 2, '<ol start="98">'],
  [99, 2, '<ol start="99" class="n3">'],
  [100, 3, '<ol start="100" class="n3">'],
  [1, 1000, '<ol class="n4">'],
])('a list from %i with %i items has an indent for its numbers', (start, count, tag) => {
  expect(list(start, count)).toBe(tag);
});
