import { expect, test } from 'vitest';
import { dayIn, timestampOf, wallTime } from './zoned-time.ts';

test.each([
  ['2026-11-22T09:30', 'Europe/Vilnius', '2026-11-22T09:30:00+02:00'],
  ['2026-07-01T23:59', 'Europe/Vilnius', '2026-07-01T23:59:00+03:00'],
  ['2026-07-01T00:00', 'America/St_Johns', '2026-07-01T00:00:00-02:30'],
  ['2026-01-01T00:00', 'UTC', '2026-01-01T00:00:00+00:00'],
])('%s on a wall in %s is %s, and back', (wall, zone, timestamp) => {
  expect(timestampOf(wall, zone)).toBe(timestamp);
  expect(wallTime(timestamp, zone)).toBe(wall);
});

test('where clocks change, a time is one that exists', () => {
  expect(timestampOf('2026-10-25T03:30', 'Europe/Vilnius')).toBe('2026-10-25T03:30:00+03:00');
  expect(timestampOf('2026-03-29T03:30', 'Europe/Vilnius')).toMatch(/^2026-03-29T04:30:00\+03:00$/);
});

test('what is no time gives nothing', () => {
  expect(timestampOf('', 'UTC')).toBe('');
  expect(wallTime('yesterday', 'UTC')).toBe('');
});

test('the day is the zone’s, not the machine’s', () => {
  const instant = Date.parse('2026-11-22T22:30:00Z');
  expect([dayIn(instant, 'UTC'), dayIn(instant, 'Europe/Vilnius')]).toEqual([
    '2026-11-22',
    '2026-11-23',
  ]);
});
