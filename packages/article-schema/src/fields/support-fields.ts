import { withRussian, type FieldTable } from './notes.ts';
import { SUPPORT_IN_RUSSIAN } from './russian/support-fields.ts';
import {
  FREQUENCIES,
  METHOD_MARKS,
  NEWSLETTER_ARTICLES,
  NEWSLETTER_FREQUENCIES,
  NEWSLETTER_PICTURES,
  NEWSLETTER_PROVIDERS,
} from '../vocabulary.ts';

const LOCALIZED = 'Write it in each of the outlet’s languages.';
const SLUG_FORM = 'lower-case Latin letters, digits and single hyphens';
const URL_FORM = 'a whole https address';
const CURRENCY_FORM = 'a currency code (ISO 4217)';
const LISTMONK = {
  kind: 'listmonk',
  action: 'https://lists.example/subscription/form',
  hidden: { l: '6d1f7a52-4f0e-4a53-9d0a-5d5c2f0b9e11' },
};
const AMOUNT_FORM = 'a number above 0';
const AMOUNT_REMEDY = 'Write a number above 0, without quotes, with a point before decimals.';
const frequencies = FREQUENCIES.join(', ');

/** The blocks `support` and `newsletters` of `content/outlet.yaml`. */
export const SUPPORT_FIELDS = withRussian(
  {
    support: {
      label: 'The support block',
      description: 'How readers can give: currencies, amounts, methods, notices.',
      example: {
        currencies: ['USD'],
        amounts: { monthly: { USD: { choices: [2, 5, 10], default: 5 } } },
        methods: [],
      },
      remedy: 'Give currencies, amounts and methods, or leave it out.',
    },
    'support.currencies': {
      label: 'The list of currencies',
      description: 'Currencies in which readers can give.',
      example: ['USD', 'EUR'],
      remedy: 'Write currency codes in brackets.',
    },
    'support.currencies[]': {
      label: 'A currency',
      description: 'A code of ISO 4217, or of a coin.',
      example: 'USD',
      form: CURRENCY_FORM,
      neverNumber: true,
      remedy: 'Write a code such as USD or EUR.',
    },
    'support.amounts': {
      label: 'The amounts',
      description: 'The amounts that are offered, by frequency and currency.',
      example: { monthly: { USD: { choices: [2, 5, 10], default: 5 } } },
      remedy: `Give them by frequency (${frequencies}) and currency.`,
    },
    'support.amounts.choices': {
      label: 'The list of amounts',
      description: 'What is offered, in whole units of the currency, from the smallest.',
      example: [2, 5, 10],
      remedy: 'Write the amounts in brackets, with a point before decimals.',
    },
    'support.amounts.choices[]': {
      label: 'The amount',
      description: 'In whole units of the currency.',
      example: 5,
      form: AMOUNT_FORM,
      remedy: AMOUNT_REMEDY,
    },
    'support.amounts.default': {
      label: 'The default amount',
      description: 'The amount that is chosen before a reader chooses.',
      example: 5,
      form: 'one of the amounts',
      remedy: 'Write one of the amounts.',
    },
    'support.editions': {
      label: 'The list of editions',
      description:
        'The languages in which readers are asked, each with the currency of the form under its articles. Absent: all of them, with the first currency.',
      example: { en: 'USD', ru: 'EUR' },
      remedy: 'Write a currency after each language.',
    },
    'support.editions[]': {
      label: 'The currency of the edition',
      description: 'One of the currencies of “support”.',
      example: 'USD',
      form: CURRENCY_FORM,
      neverNumber: true,
      remedy: 'Write one of the currencies of “support”.',
    },
    'support.frequency': {
      label: 'The default frequency',
      description: 'The one that is chosen before a reader chooses. Absent: once.',
      example: 'monthly',
      form: `one of: ${frequencies}`,
      remedy: `Write one of: ${frequencies}.`,
    },
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
      remedy:
        'Give each method id, name, frequencies, currencies, and one of link, links, account.',
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
    },
    'support.methods[].id': {
      label: 'The id of the method',
      description: 'A short name.',
      example: 'card',
      form: SLUG_FORM,
      remedy: 'Write a short name.',
    },
    'support.methods[].name': {
      label: 'The name of the method',
      description: 'In each of the outlet’s languages.',
      example: { en: 'Bank card', ru: 'Банковская карта' },
      remedy: LOCALIZED,
    },
    'support.methods[].mark': {
      label: 'The mark of the method',
      description:
        'The small drawing beside it. Absent: a bank or a coin for an account, else a wallet.',
      example: 'card',
      form: `one of: ${METHOD_MARKS.join(', ')}`,
      remedy: `Write one of: ${METHOD_MARKS.join(', ')}.`,
    },
    'support.methods[].frequencies': {
      label: 'The list of the method’s frequencies',
      description: 'How often it can be used to give.',
      example: ['once', 'monthly'],
      remedy: `Write at least one of: ${frequencies}.`,
    },
    'support.methods[].frequencies[]': {
      label: 'The frequency',
      description: 'How often.',
      example: 'monthly',
      form: `one of: ${frequencies}`,
      remedy: `Write one of: ${frequencies}.`,
    },
    'support.methods[].currencies': {
      label: 'The list of the method’s currencies',
      description: 'In what it can be used to give.',
      example: ['USD'],
      remedy: 'Write at least one of the currencies of “support”.',
    },
    'support.methods[].currencies[]': {
      label: 'The currency of the method',
      description: 'One of the currencies of “support”.',
      example: 'USD',
      form: CURRENCY_FORM,
      neverNumber: true,
      remedy: 'Write one of the currencies of “support”.',
    },
    'support.methods[].link': {
      label: 'The link template',
      description:
        'An https address with {amount}, or with {minor} for cents; and {currency} and {frequency} where the method has several.',
      example: 'https://pay.example/give?amount={amount}&currency={currency}',
      form: 'an https address with {amount} or {minor} in it',
      remedy: 'Write the https address with {amount} where the amount belongs.',
      why: 'The amount a reader has chosen must arrive.',
    },
    'support.methods[].links': {
      label: 'The list of links',
      description: 'One address for each frequency, currency and amount.',
      example: [
        { frequency: 'monthly', currency: 'USD', amount: 5, url: 'https://pay.example/m-usd-5' },
      ],
      remedy: 'Give frequency, currency, amount and url of each.',
    },
    'support.methods[].links[].amount': {
      label: 'The amount of the link',
      description: 'One of the amounts, in whole units of the currency.',
      example: 5,
      form: AMOUNT_FORM,
      remedy: AMOUNT_REMEDY,
    },
    'support.methods[].links[].url': {
      label: 'The address of the link',
      description: 'Where one amount is given.',
      example: 'https://pay.example/m-usd-5',
      form: URL_FORM,
      remedy: 'Write the whole https address.',
    },
    'support.methods[].terms': {
      label: 'The list of terms',
      description: 'What the provider calls the frequencies, where {frequency} stands in the link.',
      example: { annual: 'yearly' },
      remedy: `Write the provider’s own word after one of: ${frequencies}.`,
    },
    'support.methods[].account': {
      label: 'The account',
      description:
        'Where a reader sends money to from a bank’s or wallet’s own form; pages add QR codes.',
      example: { iban: 'LT12 1000 0111 0100 1000', holder: 'The outlet’s association' },
      remedy: 'Give iban and holder, or bitcoin, or monero, or lines.',
    },
    'support.methods[].account.iban': {
      label: 'The IBAN',
      description: 'The bank account’s number.',
      example: 'LT12 1000 0111 0100 1000',
      form: 'an IBAN whose check digits are right',
      remedy: 'Copy it from the bank.',
      why: 'Money sent to a mistyped account is hard to get back.',
    },
    'support.methods[].account.holder': {
      label: 'The holder of the account',
      description: 'The name the bank has, up to 70 characters.',
      example: 'The outlet’s association',
      remedy: 'Write the name as the bank has it.',
    },
    'support.methods[].account.bic': {
      label: 'The BIC',
      description: 'The bank’s code.',
      example: 'HABALT22',
      form: 'a BIC of 8 or 11 characters',
      remedy: 'Copy it from the bank, or leave the line out.',
    },
    'support.methods[].account.reference': {
      label: 'The reference',
      description:
        'What the transfer says it is for; banks and those who look at statements read it.',
      example: 'Gift',
      remedy: 'Write a word that harms nobody, or leave the line out.',
    },
    'support.methods[].account.bitcoin': {
      label: 'The Bitcoin address',
      description: 'An address of the main network.',
      example: '1BitcoinEaterAddressDontSendf59kuE',
      form: 'a Bitcoin address',
      remedy: 'Copy it from the wallet again.',
      why: 'Coins sent to a wrong address are lost: nobody can give them back.',
    },
    'support.methods[].account.monero': {
      label: 'The Monero address',
      description: 'A standard address or subaddress of the main network.',
      example:
        '4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2684Rge',
      form: 'a Monero address',
      remedy: 'Copy it from the wallet again.',
      why: 'Coins sent to a wrong address are lost: nobody can give them back.',
    },
    'support.methods[].account.lines': {
      label: 'The lines of the account',
      description: 'What a reader has to know, where no other field of the account fits.',
      example: { en: 'Bank of Example, account 0000' },
      remedy: LOCALIZED,
    },
    'support.notices': {
      label: 'The list of notices',
      description: 'What readers in a country must know; it stands before any amount.',
      example: [
        {
          place: { en: 'Readers in Russia', ru: 'Читателям в России' },
          text: { en: 'Giving is a crime there.', ru: 'Перевод — это преступление.' },
        },
      ],
      remedy: 'Give place and text of each.',
    },
    'support.notices[].place': {
      label: 'The place of the notice',
      description: 'Whom it is for.',
      example: { en: 'Readers in Russia', ru: 'Читателям в России' },
      remedy: LOCALIZED,
    },
    'support.notices[].text': {
      label: 'The text of the notice',
      description: 'What giving means there, in a sentence or two: it stands on every article.',
      example: { en: 'Giving is a crime there.', ru: 'Перевод — это преступление.' },
      remedy: LOCALIZED,
    },
    newsletters: {
      label: 'The list of newsletters',
      description: 'The outlet’s newsletters: name, frequency, provider and privacy page.',
      example: [
        {
          id: 'weekly',
          lang: 'en',
          name: 'The week',
          description: 'What mattered, on Sundays.',
          frequency: 'weekly',
          provider: LISTMONK,
          privacy: 'privacy',
        },
      ],
      remedy: 'Give id, lang, name, description, frequency, provider and privacy of each.',
    },
    'newsletters[].id': {
      label: 'The id of the newsletter',
      description: 'A short name.',
      example: 'weekly',
      form: SLUG_FORM,
      remedy: 'Write a short name and keep it.',
    },
    'newsletters[].frequency': {
      label: 'The frequency of the newsletter',
      description: 'How often it comes.',
      example: 'weekly',
      form: `one of: ${NEWSLETTER_FREQUENCIES.join(', ')}`,
      remedy: `Write one of: ${NEWSLETTER_FREQUENCIES.join(', ')}.`,
    },
    'newsletters[].articles': {
      label: 'What the letter carries',
      description:
        'links: a blurb and an address each; picks: the picked articles whole; all: everything of its days whole, the picks first. Whole articles arrive where links do not open. Whoever carries the mail or runs a mailbox can then read them, and sees who gets them.',
      example: 'picks',
      form: `one of: ${NEWSLETTER_ARTICLES.join(', ')}`,
      remedy: `Write one of: ${NEWSLETTER_ARTICLES.join(', ')}.`,
    },
    'newsletters[].pictures': {
      label: 'The pictures of the letter',
      description:
        'small: inside the mail; none: their descriptions in their place, for a mail that weighs little.',
      example: 'small',
      form: `one of: ${NEWSLETTER_PICTURES.join(', ')}`,
      remedy: `Write one of: ${NEWSLETTER_PICTURES.join(', ')}.`,
    },
    'newsletters[].provider': {
      label: 'The provider',
      description: 'Where the form sends the address.',
      example: LISTMONK,
      remedy: 'Give kind and action.',
    },
    'newsletters[].provider.kind': {
      label: 'The kind of provider',
      description: 'What runs the list.',
      example: 'listmonk',
      form: `one of: ${NEWSLETTER_PROVIDERS.join(', ')}`,
      remedy: `Write one of: ${NEWSLETTER_PROVIDERS.join(', ')}.`,
    },
    'newsletters[].provider.action': {
      label: 'The form’s address',
      description: 'The https address the form is sent to, or a mailto: address.',
      example: 'https://lists.example/subscription/form',
      form: 'an https or mailto: address',
      remedy: 'Write the whole https address, or mailto: and an e-mail address.',
    },
    'newsletters[].privacy': {
      label: 'The privacy page',
      description: 'The fixed page that the consent links to.',
      example: 'privacy',
      form: SLUG_FORM,
      remedy: 'Write the name of a file in content/pages/<language>, without “.md”.',
    },
  },
  SUPPORT_IN_RUSSIAN,
) satisfies FieldTable;
