import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localDay, startOfNextDay } from './local-day.ts';

it.each([
  ['2026-11-22', 'Europe/Vilnius', '2026-11-22T22:00:00.000Z'],
  ['2026-07-01', 'Europe/Vilnius', '2026-07-01T21:00:00.000Z'],
  // Clocks change at 3 and 4 in the morning of these days.
  ['2026-03-28', 'Europe/Vilnius', '2026-03-28T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Vilnius', '2026-10-25T22:00:00.000Z'],
  ['2026-11-22', 'America/Los_Angeles', '2026-11-23T08:00:00.000Z'],
  ['2026-11-22', 'Asia/Kathmandu', '2026-11-22T18:15:00.000Z'],
])('the day after %s begins in %s at %s', (day, zone, instant) => {
  expect(new Date(startOfNextDay(day, zone)).toISOString()).toBe(instant);
});

it('a day ends where the next begins', () => {
  const dates = fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2060-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(dates, fc.constantFrom('UTC', 'Europe/Vilnius', 'Asia/Tokyo'), (date, zone) => {
      const day = date.toISOString().slice(0, 10);
      const next = startOfNextDay(day, zone);
      expect(localDay(next - 1, zone)).toBe(day);
      expect(localDay(next, zone) > day).toBe(true);
    }),
  );
});
