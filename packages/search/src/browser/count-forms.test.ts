import { expect, test } from 'vitest';
import { buildCountText } from './count-forms.ts';

const russian = {
  zero: 'Ничего не нашлось',
  one: '# материал',
  few: '# материала',
  many: '# материалов',
  other: '# материала',
};

test.each([
  [0, 'Ничего не нашлось'],
  [1, '1 материал'],
  [3, '3 материала'],
  [5, '5 материалов'],
  [11, '11 материалов'],
  [21, '21 материал'],
  [1_000, '1\u00a0000 материалов'],
])('%i in Russian', (count, sentence) => {
  expect(buildCountText(count, 'ru', russian)).toBe(sentence);
});

test('a form that the page lacks falls back to other', () => {
  expect(buildCountText(1, 'en', { other: '# results' })).toBe('1 results');
  expect(buildCountText(7, 'en', {})).toBe('7');
});
