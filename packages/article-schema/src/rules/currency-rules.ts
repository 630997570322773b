import { didYouMean, nearest } from '../explain/nearest.ts';
import { currencyCodes, isCurrency } from '../money/currency.ts';
import type { FieldPath, Finding } from '../problem.ts';
import type { Support } from '../schema/support.ts';
import { repeated } from './list-rules.ts';

/** Currencies are those of ISO 4217, and coins. */
export function codeRules(support: Support): Finding[] {
  return [
    ...repeated(
      support.currencies,
      (index) => ['support', 'currencies', index],
      'The currency',
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
          remedy: `${didYouMean(code, candidates)}Write a code of ISO 4217, or BTC or XMR.`,
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
  return [
    {
      code: 'support-currency-unknown',
      path,
      at,
      found: currency,
      message: isCurrency(currency)
        ? `${currency} is not among the currencies of “support”.`
        : `“${currency}” is no currency.`,
      remedy: unknownRemedy(currency, currencies),
    },
  ];
}

function unknownRemedy(currency: string, currencies: readonly string[]): string {
  const own = `${didYouMean(currency, currencies)}Write one of ${currencies.join(', ')}`;
  return isCurrency(currency)
    ? `${own}; or add ${currency} to “currencies”, with amounts and a method that takes it.`
    : `${own}.`;
}
