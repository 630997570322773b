import type { Appeal } from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import { currentAppeal } from './appeals.ts';

const appeal = (name: string, dates: Partial<Appeal> = {}): Appeal => ({
  name,
  lang: 'en',
  title: name,
  file: `appeals/en/${name}.md`,
  ...dates,
});

const shown = (clock: string, ...appeals: Appeal[]) => currentAppeal(appeals, 'en', clock)?.name;

describe('the appeal that an edition shows', () => {
  const winter = appeal('winter', { from: '2026-11-01T00:00:00Z', until: '2026-12-01T00:00:00Z' });
  const day = appeal('day', { from: '2026-11-20T00:00:00Z', until: '2026-11-21T00:00:00Z' });
  const always = appeal('always');

  it('is none where there is none, or in another language', () => {
    expect(shown('2026-11-10T00:00:00Z')).toBeUndefined();
    expect(shown('2026-11-10T00:00:00Z', { ...always, lang: 'ru' })).toBeUndefined();
  });

  it('begins and ends at its edges', () => {
    expect(shown('2026-10-31T23:59:59Z', winter)).toBeUndefined();
    expect(shown('2026-11-01T00:00:00Z', winter)).toBe('winter');
    expect(shown('2026-11-30T23:59:59Z', winter)).toBe('winter');
    expect(shown('2026-12-01T00:00:00Z', winter)).toBeUndefined();
  });

  it('is the one that began last, and the one without dates when no other is left', () => {
    const all = [always, winter, day];
    expect(shown('2026-11-20T12:00:00Z', ...all)).toBe('day');
    expect(shown('2026-11-20T12:00:00Z', ...all.toReversed())).toBe('day');
    expect(shown('2026-11-21T00:00:00Z', ...all)).toBe('winter');
    expect(shown('2026-12-01T00:00:00Z', ...all)).toBe('always');
  });

  it('is the first by name of those that began together', () => {
    expect(shown('2026-11-20T12:00:00Z', always, appeal('a'), appeal('b'))).toBe('a');
  });

  it('begins no later than the clock, which has whole seconds', () => {
    const part = appeal('part', { from: '2026-11-01T00:00:00.500Z' });
    expect(shown('2026-11-01T00:00:00Z', part)).toBeUndefined();
    expect(shown('2026-11-01T00:00:01Z', part)).toBe('part');
  });
});
