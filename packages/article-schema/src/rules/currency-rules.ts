import { didYouMean, nearest } from '../explain/nearest.ts';
import { currencyCodes, isCurrency } from '../money/currency.ts';
import type { FieldPath, Finding, InBoth } from '@tamizdat/problem';
import type { Support } from '../schema/support.ts';
import { repeated } from './list-rules.ts';

/** Currencies are those of ISO 4217, and coins. */
export function codeRules(support: Support): Finding[] {
  return [
    ...repeated(
      support.currencies,
      (index) => ['support', 'currencies', index],
      { en: 'The currency', ru: 'Валюта' },
      'support-currencies-repeated',
    ),
    ...support.currencies.flatMap((code, index): Finding[] => {
      if (isCurrency(code)) return [];
      const candidates = [...codesElsewhere(support), ...currencyCodes()];
      return [
        {
          code: 'support-currency-strange',
          path: ['support', 'currencies', index],
          found: code,
          message: `“${code}” is no currency.`,
          remedy: `${didYouMean(code, candidates).en}Write a code of ISO 4217, or BTC or XMR.`,
          ru: {
            message: `«${code}» — не валюта.`,
            remedy: `${didYouMean(code, candidates).ru}Напишите код из ISO 4217 или BTC или XMR.`,
          },
        },
      ];
    }),
  ];
}

/** The list of currencies as it was meant, so that one mistyped code is told once and not at every use. */
export function meantCurrencies(support: Support): string[] {
  const elsewhere = codesElsewhere(support);
  return support.currencies.map((code) =>
    isCurrency(code) ? code : (nearest(code, elsewhere) ?? code),
  );
}

/** The currencies that the block uses without naming them in its list, which a mistyped code may mean. */
function codesElsewhere({ currencies, amounts, editions = {}, methods }: Support): string[] {
  const used = [
    ...Object.values(amounts).flatMap((offers) => Object.keys(offers)),
    ...Object.values(editions),
    ...methods.flatMap((method) => method.currencies),
  ];
  return [...new Set(used)].filter((code) => isCurrency(code) && !currencies.includes(code));
}

/** A currency that “currencies” of the block does not name. */
export function currencyFindings(
  currency: string,
  path: FieldPath,
  currencies: readonly string[],
  at: 'key' | 'value' = 'key',
): Finding[] {
  if (currencies.includes(currency)) return [];
  const remedy = unknownRemedy(currency, currencies);
  return [
    {
      code: 'support-currency-unknown',
      path,
      at,
      found: currency,
      message: isCurrency(currency)
        ? `${currency} is not among the currencies of “support”.`
        : `“${currency}” is no currency.`,
      remedy: remedy.en,
      ru: {
        message: isCurrency(currency)
          ? `${currency} нет среди валют блока «support».`
          : `«${currency}» — не валюта.`,
        remedy: remedy.ru,
      },
    },
  ];
}

function unknownRemedy(currency: string, currencies: readonly string[]): InBoth {
  const guess = didYouMean(currency, currencies);
  const own = `${guess.en}Write one of ${currencies.join(', ')}`;
  const ownInRussian = `${guess.ru}Напишите одну из ${currencies.join(', ')}`;
  if (!isCurrency(currency)) return { en: `${own}.`, ru: `${ownInRussian}.` };
  return {
    en: `${own}; or add ${currency} to “currencies”, with amounts and a method that takes it.`,
    ru: `${ownInRussian} или добавьте ${currency} в «currencies», с суммами и способом, который её принимает.`,
  };
}
