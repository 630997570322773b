import type { Support, SupportMethod } from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import { firstFrequency, formOffers, offersIn } from './offers.ts';

const way = (id: string, given: Partial<SupportMethod>): SupportMethod => ({
  id,
  name: { en: id },
  frequencies: ['monthly'],
  currencies: ['EUR'],
  ...given,
});

describe('what is offered', () => {
  const support: Support = {
    currencies: ['EUR', 'USD'],
    amounts: {
      once: { USD: { choices: [10], default: 10 } },
      monthly: { EUR: { choices: [2, 5], default: 5 } },
      annual: { EUR: { choices: [50], default: 50 } },
    },
    methods: [
      way('card', { frequencies: ['once', 'monthly', 'annual'] }),
      way('liberapay', {}),
      way('bank', { frequencies: ['once'] }),
      way('dollars', { currencies: ['USD'] }),
    ],
    notices: [],
  };

  it('is that of one currency', () => {
    expect(offersIn(support, 'EUR')).toMatchObject([
      { frequency: 'monthly', choices: [{ amount: 2 }, { amount: 5 }], default: 5 },
      { frequency: 'annual', choices: [{ amount: 50 }], default: 50 },
    ]);
    expect(offersIn(support, 'EUR').map(({ methods }) => methods.map(({ id }) => id))).toEqual([
      ['card', 'liberapay'],
      ['card'],
    ]);
    expect(offersIn(support, 'GBP')).toEqual([]);
  });

  it('is, in a form, that of the edition’s currency', () => {
    expect(formOffers({ support }, 'en')).toEqual(offersIn(support, 'EUR'));
    const editions = { en: 'USD' };
    const apart = { support: { ...support, editions } };
    expect(formOffers(apart, 'en')).toEqual(offersIn(support, 'USD'));
    expect(formOffers(apart, 'ru')).toEqual([]);
    expect(formOffers({}, 'en')).toEqual([]);
  });

  it('begins with the outlet’s frequency, where there is one in the currency', () => {
    const offers = offersIn(support, 'EUR');
    expect(firstFrequency({ ...support, frequency: 'annual' }, offers)).toBe('annual');
    expect(firstFrequency({ ...support, frequency: 'once' }, offers)).toBe('monthly');
    expect(firstFrequency(support, offers)).toBe('monthly');
  });
});
