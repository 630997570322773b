import type { Fault } from '../schema/explained.ts';
import { isCurrency } from './currency.ts';

const FORM = /^[A-Z]{3}$/;
/** What people write in the place of a code. */
const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₽': 'RUB',
  '₴': 'UAH',
  '₿': 'BTC',
};

/** What is wrong with a text in the place of a currency's code, after its name in a sentence. */
export function currencyCodeFault(text: string): Fault | undefined {
  if (FORM.test(text)) return undefined;
  const meant = meantCode(text.trim());
  return {
    message:
      'is not a currency code: three capital letters of ISO 4217, as USD and EUR, or BTC or XMR',
    ...(meant === undefined ? {} : { remedy: `Write ${meant}.` }),
    ru: {
      message:
        'не код валюты: это три заглавные буквы из ISO 4217, например USD и EUR, или BTC или XMR',
      ...(meant === undefined ? {} : { remedy: `Напишите ${meant}.` }),
    },
  };
}

function meantCode(text: string): string | undefined {
  if (Object.hasOwn(SIGNS, text)) return SIGNS[text];
  const capitals = text.toUpperCase();
  return FORM.test(capitals) && isCurrency(capitals) ? capitals : undefined;
}
