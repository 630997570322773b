import { expect, test } from 'vitest';
import { changedAt } from './changed-at.ts';

const MIDNIGHT = '2026-11-22T22:00:00Z';
const removed = { day: '2026-11-18' };
const withdrawn = { day: '2026-11-18', at: '2026-11-25T12:00:00+02:00' };

test('a list changed when the last of its articles did, whatever its zone', () => {
  expect(changedAt([MIDNIGHT, '2026-11-23T00:30:00+02:00'], [])).toBe('2026-11-22T22:30:00.000Z');
});

test('what is taken back is a change, with a time and without', () => {
  expect(changedAt([MIDNIGHT], [removed])).toBe('2026-11-22T22:00:01.000Z');
  expect(changedAt([MIDNIGHT], [removed, removed])).toBe('2026-11-22T22:00:02.000Z');
  expect(changedAt([MIDNIGHT], [withdrawn, removed])).toBe('2026-11-25T10:00:01.000Z');
});
