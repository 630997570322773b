import { buildWords, choiceAnchor, type Edition } from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import { choiceWords, currencyName, formatAmount } from './choice-words.ts';

const en: Edition = { code: 'en', name: 'English', dir: 'ltr', locale: 'en-GB' };
const ru: Edition = { code: 'ru', name: 'Русский', dir: 'ltr', locale: 'ru' };

describe('amounts', () => {
  it('are written as the edition writes them', () => {
    expect(formatAmount(5, 'USD', en)).toBe('US$5');
    expect(formatAmount(2.5, 'EUR', en)).toBe('€2.50');
    expect(formatAmount(1500, 'EUR', ru)).toBe('1\u00a0500\u00a0€');
    expect(formatAmount(0.0005, 'BTC', en)).toBe('BTC\u00a00.0005');
    expect(formatAmount(0.000000000001, 'XMR', ru)).toBe('0,000000000001\u00a0XMR');
  });

  it('say how often', () => {
    const choice = { frequency: 'monthly', currency: 'EUR', amount: 5 } as const;
    expect(choiceWords(choice, en, buildWords('en'))).toBe('€5 a month');
    expect(choiceWords(choice, ru, buildWords('ru'))).toBe('5\u00a0€ в месяц');
    expect(choiceAnchor(choice)).toBe('monthly-eur-5');
  });

  it('stand under their currency’s name', () => {
    expect(currencyName('USD', en)).toBe('US Dollar');
    expect(currencyName('EUR', ru)).toBe('Евро');
    expect(currencyName('BTC', en)).toBe('Bitcoin');
    expect(currencyName('XMR', ru)).toBe('Monero');
  });
});
