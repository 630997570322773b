import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetOf } from './local-instant.ts';
import { localTime } from './local-time.ts';

test.each([
  ['2026-11-22 09:30', 'Europe/Vilnius', '+02:00'],
  ['2026-07-22T09:30:15', 'Europe/Vilnius', '+03:00'],
  ['2026-11-22T09:30', 'America/St_Johns', '-03:30'],
  // Clocks go from 3:00 to 4:00, and from 4:00 back to 3:00.
  ['2026-03-29T03:30', 'Europe/Vilnius', undefined],
  ['2026-10-25T03:30', 'Europe/Vilnius', undefined],
  ['2026-11-22T09:30+02:00', 'Europe/Vilnius', undefined],
  ['2026-11-22', 'Europe/Vilnius', undefined],
  ['2026-11-31T25:00', 'Europe/Vilnius', undefined],
])('%s in %s', (text, zone, offset) => {
  expect(offsetOf(text, zone)).toBe(offset);
});

test('is the offset of the moment at which clocks show it', () => {
  const instants = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2060-01-01') });
  fc.assert(
    fc.property(
      instants,
      fc.constantFrom('Europe/Vilnius', 'America/New_York'),
      (instant, zone) => {
        const { timestamp } = localTime(instant, zone);
        expect([timestamp.slice(-6), undefined]).toContain(offsetOf(timestamp.slice(0, 16), zone));
      },
    ),
  );
});
