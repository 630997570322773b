import type { Finding } from '@tamizdat/problem';
import type { Edition } from '../schema/outlet.ts';
import type { Support } from '../schema/support.ts';
import { amountRules } from './amount-rules.ts';
import { codeRules, currencyFindings, meantCurrencies } from './currency-rules.ts';
import { editionRules } from './edition-rules.ts';
import { idleRules } from './idle-rules.ts';
import { repeated } from './list-rules.ts';
import { choicesOf, methodFindings, takesChoice } from './support-method-rules.ts';

/** All rules inside the block `support`. */
export function supportRules(
  support: Support | undefined,
  languages: readonly Edition[] | undefined,
): Finding[] {
  if (support === undefined) return [];
  const wrong = [...codeRules(support), ...rulesInside(mended(support), languages)];
  // What is never offered follows from other mistakes as well: it is told where there are none.
  return wrong.some(({ severity }) => severity !== 'warning')
    ? wrong
    : [...wrong, ...idleRules(support)];
}

const mended = (support: Support): Support => ({
  ...support,
  currencies: meantCurrencies(support),
});

function rulesInside(support: Support, languages: readonly Edition[] | undefined): Finding[] {
  return [
    ...repeated(
      support.methods.map(({ id }) => id),
      (index) => ['support', 'methods', index, 'id'],
      { en: 'The method', ru: 'Способ' },
      'support-methods-id-repeated',
    ),
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

function frequencyRule({ frequency, amounts }: Support): Finding[] {
  if (frequency === undefined || amounts[frequency] !== undefined) return [];
  if (Object.keys(amounts).length === 0) return [];
  return [
    {
      code: 'support-frequency',
      path: ['support', 'frequency'],
      found: frequency,
      message: `The default frequency “${frequency}” has no amounts.`,
      remedy: `Write one of: ${Object.keys(amounts).join(', ')}.`,
      ru: {
        message: `Для частоты по умолчанию, «${frequency}», нет сумм.`,
        remedy: `Напишите одно из слов: ${Object.keys(amounts).join(', ')}.`,
      },
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
    ru: {
      message: `Ни один способ не принимает ${currency} с частотой «${frequency}».`,
      why: 'Читатель выбрал бы сумму и не нашёл, как её отправить.',
      remedy: 'Добавьте частоту и валюту какому-нибудь способу или уберите эти суммы.',
    },
  }));
}
