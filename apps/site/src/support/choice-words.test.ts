import { buildWords, choiceAnchor, type Edition, type Support } from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import {
  choiceWords,
  currencyName,
  firstFrequency,
  formatAmount,
  offersIn,
} from './choice-words.ts';

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

describe('what is offered', () => {
  const support: Support = {
    currencies: ['EUR', 'USD'],
    amounts: {
      once: { USD: { choices: [10], default: 10 } },
      monthly: { EUR: { choices: [2, 5], default: 5 } },
      annual: { EUR: { choices: [50], default: 50 } },
    },
    methods: [],
    notices: [],
  };

  it('is that of one currency', () => {
    expect(offersIn(support, 'EUR')).toMatchObject([
      { frequency: 'monthly', choices: [{ amount: 2 }, { amount: 5 }], default: 5 },
      { frequency: 'annual', choices: [{ amount: 50 }], default: 50 },
    ]);
    expect(offersIn(support, 'GBP')).toEqual([]);
  });

  it('begins with the outlet’s frequency, where there is one in the currency', () => {
    const offers = offersIn(support, 'EUR');
    expect(firstFrequency({ ...support, frequency: 'annual' }, offers)).toBe('annual');
    expect(firstFrequency({ ...support, frequency: 'once' }, offers)).toBe('monthly');
    expect(firstFrequency(support, offers)).toBe('monthly');
  });
});
