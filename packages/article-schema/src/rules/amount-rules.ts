import { isCurrency, plainAmount } from '../money/currency.ts';
import type { FieldPath, Finding } from '@tamizdat/problem';
import type { Support } from '../schema/support.ts';
import { currencyFindings } from './currency-rules.ts';
import { repeated } from './list-rules.ts';
import { choicesOf, precisionFindings } from './support-method-rules.ts';

interface Offer {
  choices: readonly number[];
  default: number;
}

/** Amounts are in currencies of the block, ascend, and have a default among them. */
export function amountRules(support: Support): Finding[] {
  if (choicesOf(support).length === 0) return [NO_AMOUNTS];
  return Object.entries(support.amounts).flatMap(([frequency, offers]) =>
    Object.entries(offers).flatMap(([currency, offer]) => {
      const path = ['support', 'amounts', frequency, currency];
      return [
        ...currencyFindings(currency, path, support.currencies),
        ...offerRules(offer, path),
        ...(support.currencies.includes(currency) && isCurrency(currency)
          ? offer.choices.flatMap((amount, index) =>
              precisionFindings(amount, currency, [...path, 'choices', index]),
            )
          : []),
      ];
    }),
  );
}

const NO_AMOUNTS: Finding = {
  code: 'support-amounts-empty',
  path: ['support', 'amounts'],
  at: 'key',
  message: 'There are no amounts.',
  why: 'A reader would find a form with nothing to choose.',
  remedy: 'Give amounts by frequency and currency, or remove the block “support”.',
  ru: {
    message: 'Сумм нет.',
    why: 'Читатель увидел бы форму, в которой нечего выбрать.',
    remedy: 'Укажите суммы по частоте и валюте или уберите блок «support».',
  },
  example: 'amounts: { monthly: { USD: { choices: [2, 5, 10], default: 5 } } }',
};

function offerRules(offer: Offer, path: FieldPath): Finding[] {
  const choicePath = (index: number) => [...path, 'choices', index];
  return [
    ...(offer.choices.includes(offer.default) ? [] : [defaultFinding(offer, path)]),
    ...repeated(
      offer.choices.map(String),
      choicePath,
      { en: 'The amount', ru: 'Сумма' },
      'support-amount-repeated',
    ),
    ...orderFindings(offer.choices, [...path, 'choices']),
  ];
}

const defaultFinding = (offer: Offer, path: FieldPath): Finding => ({
  code: 'support-default',
  path: [...path, 'default'],
  found: String(offer.default),
  message: `The default ${offer.default} is not among the amounts.`,
  remedy: `Write one of: ${offer.choices.join(', ')}.`,
  ru: {
    message: `Суммы по умолчанию, ${offer.default}, нет среди сумм.`,
    remedy: `Напишите одну из: ${offer.choices.join(', ')}.`,
  },
});

/** Amounts that go down are most often 12.50 written with a comma, which makes it 12 and 50. */
function orderFindings(choices: readonly number[], path: FieldPath): Finding[] {
  const at = choices.findIndex((amount, index) => amount < (choices[index - 1] ?? 0));
  const [before, amount] = [choices[at - 1], choices[at]];
  if (before === undefined || amount === undefined) return [];
  return [
    {
      code: 'support-amounts-order',
      severity: 'warning',
      path: [...path, at],
      found: plainAmount(amount),
      message: `The amounts do not ascend: ${plainAmount(amount)} comes after ${plainAmount(before)}.`,
      why: 'A comma begins the next amount: “12,50” is 12 and 50.',
      remedy: 'Write decimals with a point, as 12.50; otherwise put the amounts in order.',
      ru: {
        message: `Суммы идут не по возрастанию: ${plainAmount(amount)} стоит после ${plainAmount(before)}.`,
        why: 'С запятой начинается следующая сумма: «12,50» — это 12 и 50.',
        remedy:
          'Дробную часть пишите через точку, например 12.50; иначе расставьте суммы по порядку.',
      },
      example: 'choices: [5, 12.50, 25]',
    },
  ];
}
