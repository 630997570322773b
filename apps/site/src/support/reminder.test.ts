import { buildWords } from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import { reminderCalendar } from './reminder.ts';

const outlet = { tagAuthority: { domain: 'outlet.example', date: '2024' } };
const words = buildWords('en');
const calendar = (clock: string, reminder = words.supportWords.reminder) =>
  reminderCalendar(clock, { ...words, supportWords: { ...words.supportWords, reminder } }, outlet);

describe('the reminder', () => {
  it('falls on the middle of the month after the clock’s, and moves with the month alone', () => {
    expect(calendar('2026-11-22T10:00:00Z')).toContain('DTSTART;VALUE=DATE:20261215\r\n');
    expect(calendar('2026-12-31T23:59:59Z')).toContain('DTSTART;VALUE=DATE:20270115\r\n');
    expect(calendar('2026-11-01T00:00:00Z')).toBe(calendar('2026-11-30T23:59:59Z'));
  });

  it('says nothing of the outlet or of money', () => {
    expect(calendar('2026-11-22T10:00:00Z')).not.toMatch(/outlet|example|support|http/i);
  });

  it('has an id of its own for each day and outlet', () => {
    const uid = (text: string) => /UID:(\w+)/.exec(text)?.[1];
    expect(uid(calendar('2026-11-22T10:00:00Z'))).not.toBe(uid(calendar('2026-12-22T10:00:00Z')));
  });

  it('escapes and folds its title', () => {
    expect(calendar('2026-11-22T10:00:00Z', 'a, b; c\\d')).toContain(
      String.raw`SUMMARY:a\, b\; c\\d`,
    );
    const lines = calendar('2026-11-22T10:00:00Z', 'ещё раз '.repeat(20).trim()).split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines.join('\r\n').replaceAll('\r\n ', '')).toContain('ещё раз '.repeat(20).trim());
  });
});
