import { expect, test } from 'vitest';
import { bothOf, ErrorInBoth } from './error-in-both.ts';

const BOTH = { en: 'No room. Make some.', ru: 'Нет места. Освободите.' };

test('an error in both languages keeps them on its way out of a thread', () => {
  const error = new ErrorInBoth(BOTH);
  expect(error.message).toBe(BOTH.en);
  expect(bothOf(structuredClone(error))).toEqual(BOTH);
});

test.each([undefined, null, 'x', { en: 'x' }, new Error('x')])(
  'others say it in one: %#',
  (cause) => {
    expect(bothOf(new Error('x', { cause }))).toBeUndefined();
  },
);
