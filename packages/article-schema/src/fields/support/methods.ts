import { FREQUENCIES, METHOD_MARKS } from '../../vocabulary.ts';
import { SLUG_FORM, URL_FORM, LOCALIZED, oneOf } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

const CURRENCY_FORM = 'a currency code (ISO 4217)';
const AMOUNT_FORM = 'a number above 0';
const AMOUNT_REMEDY = 'Write a number above 0, without quotes, with a point before decimals.';

/** Ways to give. */
export const METHODS = {
  'support.methods': {
    label: 'The list of methods',
    description: 'Ways to give.',
    example: [
      {
        id: 'card',
        name: { en: 'Bank card', ru: 'Банковская карта' },
        frequencies: ['once'],
        currencies: ['USD'],
        link: 'https://pay.example/give?amount={amount}&currency={currency}',
      },
    ],
    remedy: 'Give each method id, name, frequencies, currencies, and one of link, links, account.',
    ru: {
      label: 'способы',
      remedy:
        'Укажите для каждого способа id, name, frequencies, currencies и одно из: link, links, account.',
    },
  },
  'support.methods[]': {
    label: 'A method',
    description: 'One way to give.',
    example: {
      id: 'card',
      name: { en: 'Bank card' },
      frequencies: ['once'],
      currencies: ['USD'],
    },
    remedy: 'Give id, name, frequencies, currencies, and one of link, links, account.',
    ru: {
      label: 'способ',
      remedy: 'Укажите id, name, frequencies, currencies и одно из: link, links, account.',
    },
  },
  'support.methods[].id': {
    label: 'The id of the method',
    description: 'A short name.',
    example: 'card',
    form: SLUG_FORM,
    remedy: 'Write a short name.',
    ru: {
      label: 'имя способа',
      form: ru.SLUG_FORM,
      remedy: 'Напишите короткое имя.',
    },
  },
  'support.methods[].name': {
    label: 'The name of the method',
    description: 'In each of the outlet’s languages.',
    example: { en: 'Bank card', ru: 'Банковская карта' },
    remedy: LOCALIZED,
    ru: { label: 'название способа', remedy: ru.EVERY_LANGUAGE },
  },
  'support.methods[].mark': {
    label: 'The mark of the method',
    description:
      'The small drawing beside it. Absent: a bank or a coin for an account, else a wallet.',
    example: 'card',
    form: `one of: ${METHOD_MARKS.join(', ')}`,
    remedy: `Write one of: ${METHOD_MARKS.join(', ')}.`,
    ru: {
      label: 'значок способа',
      form: ru.oneOf(METHOD_MARKS),
      remedy: ru.writeOneOf(METHOD_MARKS),
    },
  },
  'support.methods[].frequencies': {
    label: 'The list of the method’s frequencies',
    description: 'How often it can be used to give.',
    example: ['once', 'monthly'],
    remedy: `Write at least one of: ${FREQUENCIES.join(', ')}.`,
    ru: {
      label: 'частоты способа',
      remedy: `Напишите хотя бы одно из слов: ${FREQUENCIES.join(', ')}.`,
    },
  },
  'support.methods[].frequencies[]': {
    label: 'The frequency',
    description: 'How often.',
    example: 'monthly',
    form: oneOf(FREQUENCIES),
    remedy: `Write one of: ${FREQUENCIES.join(', ')}.`,
    ru: {
      label: 'частота',
      form: ru.oneOf(FREQUENCIES),
      remedy: ru.writeOneOf(FREQUENCIES),
    },
  },
  'support.methods[].currencies': {
    label: 'The list of the method’s currencies',
    description: 'In what it can be used to give.',
    example: ['USD'],
    remedy: 'Write at least one of the currencies of “support”.',
    ru: {
      label: 'валюты способа',
      remedy: 'Напишите хотя бы одну из валют блока «support».',
    },
  },
  'support.methods[].currencies[]': {
    label: 'The currency of the method',
    description: 'One of the currencies of “support”.',
    example: 'USD',
    form: CURRENCY_FORM,
    neverNumber: true,
    remedy: 'Write one of the currencies of “support”.',
    ru: {
      label: 'валюта способа',
      form: ru.CURRENCY_FORM,
      remedy: 'Напишите одну из валют блока «support».',
    },
  },
  'support.methods[].link': {
    label: 'The link template',
    description:
      'An https address with {amount}, or with {minor} for cents; and {currency} and {frequency} where the method has several.',
    example: 'https://pay.example/give?amount={amount}&currency={currency}',
    form: 'an https address with {amount} or {minor} in it',
    remedy: 'Write the https address with {amount} where the amount belongs.',
    why: 'The amount a reader has chosen must arrive.',
    ru: {
      label: 'образец ссылки',
      form: 'https-адрес, в котором есть {amount} или {minor}',
      remedy: 'Напишите https-адрес с {amount} там, где должна стоять сумма.',
      why: 'Сумма, которую выбрал читатель, должна дойти.',
    },
  },
  'support.methods[].links': {
    label: 'The list of links',
    description: 'One address for each frequency, currency and amount.',
    example: [
      { frequency: 'monthly', currency: 'USD', amount: 5, url: 'https://pay.example/m-usd-5' },
    ],
    remedy: 'Give frequency, currency, amount and url of each.',
    ru: {
      label: 'ссылки',
      remedy: 'Укажите frequency, currency, amount и url каждой.',
    },
  },
  'support.methods[].links[].amount': {
    label: 'The amount of the link',
    description: 'One of the amounts, in whole units of the currency.',
    example: 5,
    form: AMOUNT_FORM,
    remedy: AMOUNT_REMEDY,
    ru: {
      label: 'сумма ссылки',
      form: ru.AMOUNT_FORM,
      remedy: ru.AMOUNT_REMEDY,
    },
  },
  'support.methods[].links[].url': {
    label: 'The address of the link',
    description: 'Where one amount is given.',
    example: 'https://pay.example/m-usd-5',
    form: URL_FORM,
    remedy: 'Write the whole https address.',
    ru: {
      label: 'адрес ссылки',
      form: ru.URL_FORM,
      remedy: ru.WRITE_URL,
    },
  },
  'support.methods[].terms': {
    label: 'The list of terms',
    description: 'What the provider calls the frequencies, where {frequency} stands in the link.',
    example: { annual: 'yearly' },
    remedy: `Write the provider’s own word after one of: ${FREQUENCIES.join(', ')}.`,
    ru: {
      label: 'слова платёжного сервиса',
      remedy: `Напишите собственное слово сервиса после одного из: ${FREQUENCIES.join(', ')}.`,
    },
  },
} as const satisfies FieldTable;
