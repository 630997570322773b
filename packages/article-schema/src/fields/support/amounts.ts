import { FREQUENCIES } from '../../vocabulary.ts';
import { oneOf } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

const CURRENCY_FORM = 'a currency code (ISO 4217)';
const AMOUNT_FORM = 'a number above 0';
const AMOUNT_REMEDY = 'Write a number above 0, without quotes, with a point before decimals.';

/** What readers can give, and in which editions they are asked. */
export const AMOUNTS = {
  support: {
    label: 'The support block',
    description: 'How readers can give: currencies, amounts, methods, notices.',
    example: {
      currencies: ['USD'],
      amounts: { monthly: { USD: { choices: [2, 5, 10], default: 5 } } },
      methods: [],
    },
    remedy: 'Give currencies, amounts and methods, or leave it out.',
    ru: {
      label: 'поддержка издания',
      remedy: 'Укажите currencies, amounts и methods или уберите поле.',
    },
  },
  'support.currencies': {
    label: 'The list of currencies',
    description: 'Currencies in which readers can give.',
    example: ['USD', 'EUR'],
    remedy: 'Write currency codes in brackets.',
    ru: { label: 'валюты', remedy: 'Напишите коды валют в квадратных скобках.' },
  },
  'support.currencies[]': {
    label: 'A currency',
    description: 'A code of ISO 4217, or of a coin.',
    example: 'USD',
    form: CURRENCY_FORM,
    neverNumber: true,
    remedy: 'Write a code such as USD or EUR.',
    ru: {
      label: 'валюта',
      form: ru.CURRENCY_FORM,
      remedy: 'Напишите код, например USD или EUR.',
    },
  },
  'support.amounts': {
    label: 'The amounts',
    description: 'The amounts that are offered, by frequency and currency.',
    example: { monthly: { USD: { choices: [2, 5, 10], default: 5 } } },
    remedy: `Give them by frequency (${FREQUENCIES.join(', ')}) and currency.`,
    ru: {
      label: 'суммы',
      remedy: `Укажите их по частоте (${FREQUENCIES.join(', ')}) и валюте.`,
    },
  },
  'support.amounts.choices': {
    label: 'The list of amounts',
    description: 'What is offered, in whole units of the currency, from the smallest.',
    example: [2, 5, 10],
    remedy: 'Write the amounts in brackets, with a point before decimals.',
    ru: {
      label: 'суммы на выбор',
      remedy: 'Напишите суммы в квадратных скобках, с точкой перед дробной частью.',
    },
  },
  'support.amounts.choices[]': {
    label: 'The amount',
    description: 'In whole units of the currency.',
    example: 5,
    form: AMOUNT_FORM,
    remedy: AMOUNT_REMEDY,
    ru: { label: 'сумма', form: ru.AMOUNT_FORM, remedy: ru.AMOUNT_REMEDY },
  },
  'support.amounts.default': {
    label: 'The default amount',
    description: 'The amount that is chosen before a reader chooses.',
    example: 5,
    form: 'one of the amounts',
    remedy: 'Write one of the amounts.',
    ru: {
      label: 'сумма по умолчанию',
      form: 'одну из сумм',
      remedy: 'Напишите одну из сумм.',
    },
  },
  'support.editions': {
    label: 'The list of editions',
    description:
      'The languages in which readers are asked, each with the currency of the form under its articles. Absent: all of them, with the first currency.',
    example: { en: 'USD', ru: 'EUR' },
    remedy: 'Write a currency after each language.',
    ru: { label: 'языки с формой', remedy: 'Напишите валюту после каждого языка.' },
  },
  'support.editions[]': {
    label: 'The currency of the edition',
    description: 'One of the currencies of “support”.',
    example: 'USD',
    form: CURRENCY_FORM,
    neverNumber: true,
    remedy: 'Write one of the currencies of “support”.',
    ru: {
      label: 'валюта формы',
      form: ru.CURRENCY_FORM,
      remedy: 'Напишите одну из валют блока «support».',
    },
  },
  'support.frequency': {
    label: 'The default frequency',
    description: 'The one that is chosen before a reader chooses. Absent: once.',
    example: 'monthly',
    form: oneOf(FREQUENCIES),
    remedy: `Write one of: ${FREQUENCIES.join(', ')}.`,
    ru: {
      label: 'частота по умолчанию',
      form: ru.oneOf(FREQUENCIES),
      remedy: ru.writeOneOf(FREQUENCIES),
    },
  },
} as const satisfies FieldTable;
