import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTime } from './local-time.ts';

test.each([
  ['2026-11-22T12:00:59Z', 'Europe/Vilnius', '2026-11-22T14:00:00+02:00'],
  ['2026-07-22T22:30:00Z', 'Europe/Vilnius', '2026-07-23T01:30:00+03:00'],
  ['2026-11-22T01:00:00Z', 'America/St_Johns', '2026-11-21T21:30:00-03:30'],
  ['2026-11-22T12:00:00Z', 'UTC', '2026-11-22T12:00:00+00:00'],
])('%s in %s', (instant, zone, timestamp) => {
  expect(localTime(Date.parse(instant), zone)).toEqual({ day: timestamp.slice(0, 10), timestamp });
});

test('names the same moment, whatever the zone', () => {
  const zones = fc.constantFrom(
    'Europe/Vilnius',
    'Asia/Kathmandu',
    'America/New_York',
    'Asia/Tbilisi',
  );
  const instants = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2060-01-01') });
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const { timestamp } = localTime(instant, zone);
      expect(Date.parse(timestamp)).toBe(Math.floor(instant / 60_000) * 60_000);
    }),
  );
});
