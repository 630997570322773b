import type { Edition, Outlet } from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import {
  dateAndTime,
  dayAndTime,
  endOnce,
  longDate,
  monthName,
  periodName,
  timeOfDay,
} from './dates.ts';

const en: Edition = { code: 'en', name: 'English', dir: 'ltr', locale: 'en-GB' };
const ru: Edition = { code: 'ru', name: 'Русский', dir: 'ltr', locale: 'ru' };
const outlet = { timeZone: 'Europe/Vilnius' } as Outlet;

describe('dates', () => {
  it('end a sentence once, and leave an ellipsis', () => {
    expect(endOnce(`Исправление, ${longDate('2026-11-21T12:00:00Z', ru, outlet)}. Текст`)).toBe(
      'Исправление, 21 ноября 2026 г. Текст',
    );
    expect(endOnce('Wait... 21 November 2026.')).toBe('Wait... 21 November 2026.');
  });

  it('are in the edition’s language and the outlet’s zone, whatever the offset they are written in', () => {
    expect(longDate('2026-11-21T23:30:00Z', en, outlet)).toBe('22 November 2026');
    expect(longDate('2026-11-21T23:30:00Z', ru, outlet)).toBe('22 ноября 2026 г.');
    expect(dateAndTime('2026-11-21T11:40:00+02:00', en, outlet)).toBe(
      '21 November 2026 at 11:40 (UTC+2)',
    );
    expect(dateAndTime('2026-07-21T11:40:00+03:00', ru, outlet)).toBe(
      '21 июля 2026\u00a0г. в 11:40 (UTC+3)',
    );
    const fa: Edition = { code: 'fa', name: 'فارسی', dir: 'rtl', locale: 'fa' };
    expect(dateAndTime('2026-11-21T11:40:00+02:00', fa, outlet)).not.toMatch(/\(\S*\(|\)\S*\)/);
    expect(timeOfDay('2026-11-21T00:05:00+02:00', en, outlet)).toBe('00:05');
    expect(dayAndTime('2026-11-21T00:05:00+03:00', en, outlet)).toBe('20 Nov, 23:05');
    expect(dayAndTime('2026-11-21T00:05:00+02:00', ru, outlet)).toBe('21 нояб., 00:05');
  });

  it('name calendar pages', () => {
    expect(monthName('2026-11', ru)).toBe('Ноябрь 2026 г.');
    expect(periodName('2026-11', en)).toBe('November 2026');
    expect(periodName('2026', en)).toBe('2026');
  });
});
