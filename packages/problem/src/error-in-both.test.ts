import { expect, test } from 'vitest';
import { bothOf, ErrorInBoth, saidBy } from './error-in-both.ts';
import { ToldError } from './told-error.ts';

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

test('what is said by an error in one language, or by none, is the same in both', () => {
  expect(saidBy(new ErrorInBoth(BOTH))).toEqual(BOTH);
  expect(saidBy(new Error('x'))).toEqual({ en: 'x', ru: 'x' });
  expect(saidBy('x')).toEqual({ en: 'x', ru: 'x' });
});

test('an error with a code says it in both languages, what happened before what to do', () => {
  const error = new ToldError(
    'no-room',
    { en: 'No room.', ru: 'Нет места.' },
    { en: 'Make some.', ru: 'Освободите.' },
  );
  expect(error.message).toBe('no-room: No room.\n  Make some.');
  expect(bothOf(structuredClone(error))).toEqual({
    en: error.message,
    ru: 'no-room: Нет места.\n  Освободите.',
  });
});
