import { expect, test } from 'vitest';
import { countInRussian } from './russian-number.ts';

test.each([
  [0, '0 символов'],
  [1, '1 символ'],
  [2, '2 символа'],
  [4, '4 символа'],
  [5, '5 символов'],
  [11, '11 символов'],
  [12, '12 символов'],
  [21, '21 символ'],
  [104, '104 символа'],
  [111, '111 символов'],
])('%i', (number, text) => {
  expect(countInRussian(number, ['символ', 'символа', 'символов'])).toBe(text);
});
