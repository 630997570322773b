import { nearest } from '../explain/nearest.ts';
import { currencyCodes, isCurrency } from '../money/currency.ts';
import type { FieldPath, Finding } from '../problem.ts';
import type { Edition, Outlet } from '../schema/outlet.ts';
import type { Support } from '../schema/support.ts';
import { repeated } from './list-rules.ts';
import {
  choicesOf,
  methodFindings,
  precisionFindings,
  takesChoice,
} from './support-method-rules.ts';

/** All rules inside the block `support`. */
export function supportRules(
  support: Support | undefined,
  languages: readonly Edition[] | undefined,
): Finding[] {
  if (support === undefined) return [];
  return [
    ...repeated(
      support.methods.map(({ id }) => id),
      (index) => ['support', 'methods', index, 'id'],
      'The method',
      'support-methods-id-repeated',
    ),
    ...codeRules(support),
    ...amountRules(support),
    ...editionRules(support, languages),
    ...frequencyRule(support),
    ...support.methods.flatMap((method, index) => [
      ...methodCurrencies(method, index, support),
      ...methodFindings(method, ['support', 'methods', index], support),
    ]),
    ...coverRule(support),
  ];
}

/** Currencies are those of ISO 4217, and coins. */
function codeRules({ currencies }: Support): Finding[] {
  return [
    ...repeated(
      currencies,
      (index) => ['support', 'currencies', index],
      'The currency',
      'support-currencies-repeated',
    ),
    ...currencies.flatMap((code, index): Finding[] => {
      if (isCurrency(code)) return [];
      const meant = nearest(code, currencyCodes());
      return [
        {
          code: 'support-currency-strange',
          path: ['support', 'currencies', index],
          found: code,
          message: `“${code}” is no currency.`,
          remedy: `${meant === undefined ? '' : `Did you mean “${meant}”? `}Write a code of ISO 4217, or BTC or XMR.`,
        },
      ];
    }),
  ];
}

function amountRules({ amounts, currencies }: Support): Finding[] {
  return Object.entries(amounts).flatMap(([frequency, offers]) =>
    Object.entries(offers).flatMap(([currency, offer]) => {
      const path = ['support', 'amounts', frequency, currency];
      const known = currencies.includes(currency) && isCurrency(currency);
      const choicePath = (index: number) => [...path, 'choices', index];
      return [
        ...currencyFindings(currency, path, currencies),
        ...(offer.choices.includes(offer.default) ? [] : [defaultFinding(offer, path)]),
        ...repeated(offer.choices.map(String), choicePath, 'The amount', 'support-amount-repeated'),
        ...offer.choices.flatMap((amount, index) =>
          known ? precisionFindings(amount, currency, choicePath(index)) : [],
        ),
      ];
    }),
  );
}

const defaultFinding = (
  offer: { choices: readonly number[]; default: number },
  path: FieldPath,
): Finding => ({
  code: 'support-default',
  path: [...path, 'default'],
  found: String(offer.default),
  message: `The default ${offer.default} is not among the amounts.`,
  remedy: `Write one of: ${offer.choices.join(', ')}.`,
});

function currencyFindings(
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
      message: `“${currency}” is not among the currencies of “support”.`,
      remedy: `Write one of ${currencies.join(', ')}, or add it to “currencies”.`,
    },
  ];
}

/** An edition's form has something to offer. */
function editionRules(support: Support, languages: readonly Edition[] | undefined): Finding[] {
  const { editions, currencies } = support;
  const codes = languages?.map(({ code }) => code);
  const [first = ''] = currencies;
  if (editions === undefined) return emptyForm(support, first, ['support', 'currencies', 0]);
  return Object.entries(editions).flatMap(([lang, currency]): Finding[] => {
    const path = ['support', 'editions', lang];
    return [
      ...(codes === undefined || codes.includes(lang) ? [] : [unknownLanguage(lang, path, codes)]),
      ...(currencies.includes(currency)
        ? emptyForm(support, currency, path)
        : currencyFindings(currency, path, currencies, 'value')),
    ];
  });
}

function emptyForm({ amounts }: Support, currency: string, path: FieldPath): Finding[] {
  if (Object.values(amounts).some((offers) => Object.hasOwn(offers, currency))) return [];
  return [
    {
      code: 'support-form-empty',
      path,
      found: currency,
      message: `The form under articles is in ${currency}, for which there are no amounts.`,
      remedy: `Add amounts in ${currency}, or name another currency in “editions”.`,
      example: 'editions: { en: USD }',
    },
  ];
}

function frequencyRule({ frequency, amounts }: Support): Finding[] {
  if (frequency === undefined || amounts[frequency] !== undefined) return [];
  return [
    {
      code: 'support-frequency',
      path: ['support', 'frequency'],
      found: frequency,
      message: `The default frequency “${frequency}” has no amounts.`,
      remedy: `Write one of: ${Object.keys(amounts).join(', ')}.`,
    },
  ];
}

function methodCurrencies(
  { currencies: own, links = [] }: Support['methods'][number],
  index: number,
  { currencies }: Support,
): Finding[] {
  const path = ['support', 'methods', index];
  return [
    ...own.flatMap((currency, i) =>
      currencyFindings(currency, [...path, 'currencies', i], currencies, 'value'),
    ),
    ...links.flatMap(({ currency }, i) =>
      currencyFindings(currency, [...path, 'links', i, 'currency'], currencies, 'value'),
    ),
  ];
}

/** No reader chooses an amount and then finds no way to give it. */
function coverRule(support: Support): Finding[] {
  const lost = choicesOf(support).filter(
    (choice) => !support.methods.some((method) => takesChoice(method, choice)),
  );
  const pairs = new Map(
    lost.map(({ frequency, currency }) => [`${frequency} ${currency}`, { frequency, currency }]),
  );
  return [...pairs.values()].map(({ frequency, currency }) => ({
    code: 'support-choice-without-method',
    path: ['support', 'amounts', frequency, currency],
    at: 'key' as const,
    found: currency,
    message: `No method takes ${currency} with the frequency “${frequency}”.`,
    why: 'A reader would choose an amount and find no way to give it.',
    remedy: 'Add the frequency and the currency to a method, or remove these amounts.',
  }));
}

const unknownLanguage = (code: string, path: FieldPath, codes: readonly string[]): Finding => ({
  code: 'language-not-published',
  path,
  found: code,
  message: `The outlet does not publish in “${code}”.`,
  remedy: `Write one of the outlet’s languages: ${codes.join(', ')}.`,
});

/** All rules between the newsletters and the rest of the outlet. */
export function newsletterRules({ newsletters, languages }: Partial<Outlet>): Finding[] {
  const codes = languages?.map(({ code }) => code);
  return [
    ...repeated(
      (newsletters ?? []).map(({ id }) => id),
      (index) => ['newsletters', index, 'id'],
      'The newsletter',
      'newsletters-id-repeated',
    ),
    ...(newsletters ?? []).flatMap(({ lang }, index) =>
      codes === undefined || codes.includes(lang)
        ? []
        : [unknownLanguage(lang, ['newsletters', index, 'lang'], codes)],
    ),
  ];
}
