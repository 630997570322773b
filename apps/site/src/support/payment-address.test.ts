import type { Choice, SupportMethod } from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import { codePayload, paymentAddress } from './payment-address.ts';

const method = (way: Partial<SupportMethod>): SupportMethod => ({
  id: 'way',
  name: { en: 'Way' },
  frequencies: ['once', 'monthly'],
  currencies: ['EUR', 'BTC', 'XMR'],
  ...way,
});
const choice = (given: Partial<Choice> = {}): Choice => ({
  frequency: 'once',
  currency: 'EUR',
  amount: 2.5,
  ...given,
});
const link =
  'https://pay.example/{currency}?a={amount}&minor={minor}&f={frequency}&keep=%7Bamount%7D';

describe('a method’s address', () => {
  it('carries currency, amount and frequency in the template’s places', () => {
    expect(paymentAddress(method({ link }), choice())).toBe(
      'https://pay.example/EUR?a=2.5&minor=250&f=once&keep=%7Bamount%7D',
    );
  });

  it('says the frequency in the provider’s own word, escaped', () => {
    const own = method({
      link: 'https://pay.example/{frequency}/{amount}',
      terms: { once: 'a b/&' },
    });
    expect(paymentAddress(own, choice())).toBe('https://pay.example/a%20b%2F%26/2.5');
    expect(paymentAddress(own, choice({ frequency: 'monthly' }))).toBe(
      'https://pay.example/monthly/2.5',
    );
  });

  it('is the one of exactly this frequency, currency and amount', () => {
    const at = (frequency: Choice['frequency'], currency: string, amount: number) => ({
      frequency,
      currency,
      amount,
      url: `https://pay.example/${frequency}-${currency}-${amount}`,
    });
    const links = [
      at('monthly', 'EUR', 2.5),
      at('once', 'BTC', 2.5),
      at('once', 'EUR', 25),
      at('once', 'EUR', 2.5),
    ];
    expect(paymentAddress(method({ links }), choice())).toBe('https://pay.example/once-EUR-2.5');
    expect(paymentAddress(method({ links }), choice({ amount: 3 }))).toBeUndefined();
  });

  it('is a wallet’s for a coin, and none for a bank', () => {
    const bitcoin = method({ account: { bitcoin: 'bc1q' } });
    const monero = method({ account: { monero: '4a' } });
    const coin = { amount: 0.00000001 };
    expect(paymentAddress(bitcoin, choice({ currency: 'BTC', ...coin }))).toBe(
      'bitcoin:bc1q?amount=0.00000001',
    );
    expect(paymentAddress(monero, choice({ currency: 'XMR', ...coin }))).toBe(
      'monero:4a?tx_amount=0.00000001',
    );
    expect(paymentAddress(method({ account: { iban: 'LT12' } }), choice())).toBeUndefined();
  });

  it('is none for what the method does not take', () => {
    expect(paymentAddress(method({ link }), choice({ currency: 'USD' }))).toBeUndefined();
    expect(paymentAddress(method({ link }), choice({ frequency: 'annual' }))).toBeUndefined();
  });
});

describe('the payload of a QR code', () => {
  const bank = { iban: 'LT121000011101001000', holder: 'Orlaidė', reference: 'Gift' };

  it('is the payment code of European banks for euros', () => {
    expect(codePayload(bank, choice())?.split('\n')).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      '',
      'Orlaidė',
      'LT121000011101001000',
      'EUR2.50',
      '',
      '',
      'Gift',
    ]);
    const { iban, holder } = bank;
    expect(codePayload({ iban, holder }, choice())).toMatch(/EUR2\.50$/);
  });

  it('is none for another currency, or lines', () => {
    expect(codePayload(bank, choice({ currency: 'USD' }))).toBeUndefined();
    expect(codePayload({ lines: { en: 'Account 1' } }, choice())).toBeUndefined();
  });
});
