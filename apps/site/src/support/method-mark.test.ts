import { METHOD_MARKS, type SupportMethod } from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import { drawMarkRow, markRowName } from './method-mark.ts';

const way = (given: Partial<SupportMethod>): SupportMethod => ({
  id: 'way',
  name: { en: 'Way' },
  frequencies: ['once'],
  currencies: ['EUR'],
  ...given,
});

describe('a row of marks', () => {
  it('has each mark once, in the order of reading', () => {
    const methods = [
      way({ mark: 'card' }),
      way({}),
      way({ account: { iban: 'DE75512108001245126199', holder: 'Fortochka' } }),
      way({ account: { bitcoin: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4' } }),
      way({ mark: 'card' }),
    ];
    expect(markRowName(methods, 'ltr')).toBe('cwbo');
    expect(markRowName(methods, 'rtl')).toBe('obwc');
  });

  it('names every mark by a letter of its own', () => {
    expect(
      markRowName(
        METHOD_MARKS.map((mark) => way({ mark })),
        'ltr',
      ),
    ).toHaveLength(METHOD_MARKS.length);
  });

  it('is drawn side by side, as wide as its marks', () => {
    const row = drawMarkRow('cb');
    expect(row).toContain('viewBox="0 -2 47 20"');
    expect(row.match(/translate\(\d+\)/g)).toEqual(['translate(0)', 'translate(27)']);
    expect(row).not.toMatch(/<style|<script|href/);
  });
});
