import { expect, test } from 'vitest';
import { FeedDateError, parseInstant } from './instant.ts';

test.each([
  ['2026-11-22T10:00:00+03:00', '2026-11-22T07:00:00.000Z'],
  ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z'],
  ['2026-11-22T10:00:00.250-05:30', '2026-11-22T15:30:00.250Z'],
])('%s is %s', (text, instant) => {
  expect(parseInstant(text).toISOString()).toBe(instant);
});

test.each(['2026-11-22T10:00:00', '2026-11-22', '22.11.2026', '2026-13-22T10:00:00Z', ''])(
  'refuses "%s", which names no moment or one of this machine’s zone',
  (text) => {
    expect(() => parseInstant(text)).toThrow(FeedDateError);
  },
);

test('the message says what was found and what to write', () => {
  expect(() => parseInstant('yesterday')).toThrowErrorMatchingInlineSnapshot(
    `[FeedDateError: A feed got the date “yesterday”. Write date, time and offset, for example 2026-11-22T10:00:00+03:00.]`,
  );
});
