import { expect, test } from 'vitest';
import { isSettled, isStamp, isUntouched } from './stamp.ts';

const NOW = Date.UTC(2026, 10, 22);
const stamp = (written: number, changed: number): string =>
  `12 ${written}000000 ${changed}000000 7`;

test('a stamp counts only when it is older than the coarsest clock of a file system', () => {
  expect(isSettled(stamp(NOW - 2_999, NOW), NOW)).toBe(false);
  expect(isSettled(stamp(NOW - 3_001, NOW), NOW)).toBe(true);
});

test('a time of writing that was put back is seen by the time of that change', () => {
  expect(isUntouched(stamp(NOW - 90_000, NOW - 2_999), NOW)).toBe(false);
  expect(isUntouched(stamp(NOW - 2_999, NOW - 90_000), NOW)).toBe(false);
  expect(isUntouched(stamp(NOW - 3_001, NOW - 3_001), NOW)).toBe(true);
});

test.each([stamp(NOW, NOW), '0 -1 -1 0'])('%s is a stamp', (value) => {
  expect(isStamp(value)).toBe(true);
});

test.each([undefined, 12, '', '1 2 3', '1 2 3 4 5', '1 2 3 x', '1 2 3 123456789012345678901'])(
  '%s is none',
  (value) => {
    expect(isStamp(value)).toBe(false);
  },
);
