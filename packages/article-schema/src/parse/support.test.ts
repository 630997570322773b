import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAppeals } from '../across/check-appeals.ts';
import { isIban } from '../money/iban.ts';
import { minorAmount, plainAmount } from '../money/currency.ts';
import { parseAppeal } from './appeal.ts';
import { parseOutlet } from './outlet.ts';
import { OUTLET, OUTLET_YAML } from '../../testing/sample.ts';
import { told } from '../../testing/told.ts';

const SUPPORT = `support:
  currencies: [USD, BTC]
  editions: { en: USD }
  frequency: monthly
  amounts:
    monthly: { USD: { choices: [2, 5], default: 5 } }
    once: { BTC: { choices: [0.001], default: 0.001 } }
  methods:
    - id: card
      name: { en: Card, ru: Карта }
      frequencies: [monthly]
      currencies: [USD]
      link: https://pay.example/?a={amount}
    - id: coin
      name: { en: Bitcoin, ru: Биткоин }
      frequencies: [once]
      currencies: [BTC]
      account: { bitcoin: 1BitcoinEaterAddressDontSendf59kuE }
  notices: [{ place: { en: Russia, ru: Россия }, text: { en: A crime., ru: Преступление. } }]
`;

const outlet = (text: string) => told(parseOutlet(text, { path: 'outlet.yaml' }).problems);
const changed = (from: string, to: string) => {
  expect(SUPPORT).toContain(from);
  return outlet(OUTLET_YAML + SUPPORT.replace(from, to));
};

describe('the block “support”', () => {
  test('parses without a problem', () => {
    expect(outlet(OUTLET_YAML + SUPPORT)).toBe('');
  });

  test('a default that is not offered, two defaults in two ways', () => {
    expect(changed('default: 5', 'default: 7')).toMatchInlineSnapshot(`
      "26:49 support-default
      The default 7 is not among the amounts.
      do: Write one of: 2, 5."
    `);
    expect(changed('default: 5', 'default: 5, default: 2')).toMatchInlineSnapshot(`
      "26:52 yaml-duplicate-key
      The field “default” stands here twice: also on the same line.
      do: Keep one of the two lines."
    `);
    expect(changed('default: 5', 'default: [2, 5]')).toMatchInlineSnapshot(`
      "26:49 support-amounts-default-wrong-type
      The default amount must be one of the amounts, but a list stands here.
      do: Write one of the amounts.
      example: default: 5"
    `);
    expect(changed('frequency: monthly', 'frequency: annual')).toMatchInlineSnapshot(`
      "24:14 support-frequency
      The default frequency “annual” has no amounts.
      do: Write one of: monthly, once."
    `);
  });

  test('an unknown currency, in each place where one stands', () => {
    expect(changed('[USD, BTC]', '[USD, BTC, UDS]')).toMatchInlineSnapshot(`
      "22:26 support-currency-strange
      “UDS” is no currency.
      do: Did you mean “USD”? Write a code of ISO 4217, or BTC or XMR."
    `);
    expect(changed('monthly: { USD', 'monthly: { EUR')).toMatchInlineSnapshot(`
      "23:19 support-form-empty
      The edition “en” asks in USD, in which “amounts” has none.
      why: The form under its articles would have nothing to choose.
      do: Write one of BTC, or add amounts in USD.

      26:16 support-choice-without-method
      No method takes EUR with the frequency “monthly”.
      why: A reader would choose an amount and find no way to give it.
      do: Add the frequency and the currency to a method, or remove these amounts.

      26:16 support-currency-unknown
      EUR is not among the currencies of “support”.
      do: Write one of USD, BTC; or add EUR to “currencies”, with amounts and a method that takes it."
    `);
    expect(changed('{ en: USD }', '{ en: BTC, fr: EUR }')).toMatchInlineSnapshot(`
      "23:24 language-not-published
      “editions” names “fr”, in which the outlet does not publish.
      do: Write one of the outlet’s languages: en, ru.

      23:28 support-currency-unknown
      EUR is not among the currencies of “support”.
      do: Write one of USD, BTC; or add EUR to “currencies”, with amounts and a method that takes it."
    `);
  });

  test('amounts that are offered twice, or too fine for the currency', () => {
    expect(changed('[2, 5]', '[2, 5, 2, 2.505]')).toMatchInlineSnapshot(`
      "26:39 support-amount-repeated
      The amount “2” stands in the list twice.
      do: Keep one of them, or give it another name.

      26:39 warning support-amounts-order
      The amounts do not ascend: 2 comes after 5.
      why: A comma begins the next amount: “12,50” is 12 and 50.
      do: Write decimals with a point, as 12.50; otherwise put the amounts in order.
      example: choices: [5, 12.50, 25]

      26:42 support-amount-precision
      USD has 2 decimal places; 2.505 has more.
      do: Round the amount."
    `);
  });

  test('a form with nothing in it', () => {
    const own = SUPPORT.replace('  editions: { en: USD }\n', '').replace(
      '[USD, BTC]',
      '[EUR, USD, BTC]',
    );
    expect(outlet(OUTLET_YAML + own)).toMatchInlineSnapshot(`
      "22:16 support-form-empty
      Every edition asks in EUR, the first currency, in which “amounts” has none.
      why: The form under articles would have nothing to choose.
      do: Put one of USD, BTC first, add amounts in EUR, or say in “editions” what each asks in.
      example: editions: { en: USD }"
    `);
  });
});

describe('the editions that ask', () => {
  const editions = (text: string) => changed('{ en: USD }', text);

  test('in the place of a currency', () => {
    expect(editions('{ en: $ }')).toMatchInlineSnapshot(`
      "23:19 support-editions-malformed
      The currency of the edition “$” is not a currency code: three capital letters of ISO 4217, as USD and EUR, or BTC or XMR.
      do: Write USD.
      example: en: USD"
    `);
    expect(editions('{ en: usd }')).toContain('do: Write USD.');
    expect(editions('{ en: }')).toMatchInlineSnapshot(`
      "23:15 support-editions-empty
      The currency of the edition is empty.
      do: Write one of the currencies of “support”.
      example: en: USD"
    `);
    expect(editions('{ en: UDS }')).toMatchInlineSnapshot(`
      "23:19 support-currency-unknown
      “UDS” is no currency.
      do: Did you mean “USD”? Write one of USD, BTC."
    `);
    expect(editions('{ en: GBP }')).toMatchInlineSnapshot(`
      "23:19 support-currency-unknown
      GBP is not among the currencies of “support”.
      do: Write one of USD, BTC; or add GBP to “currencies”, with amounts and a method that takes it."
    `);
    // In quotes it would be none either.
    expect(editions('{ en: 5 }')).toMatchInlineSnapshot(`
      "23:19 support-editions-wrong-type
      The currency of the edition must be a currency code (ISO 4217), but the number 5 stands here.
      do: Write one of the currencies of “support”.
      example: en: USD"
    `);
    expect(editions('{ en: constructor }')).not.toContain('do: Write constructor');
  });

  test('in the place of a language', () => {
    expect(editions('{ English: USD }')).toMatchInlineSnapshot(`
      "23:15 language-not-published
      “editions” names “English”, in which the outlet does not publish.
      do: Did you mean “en”? Write one of the outlet’s languages: en, ru."
    `);
    expect(editions('{ en-GB: USD }')).toContain('Did you mean “en”?');
    expect(editions('{ RU: USD }')).toContain('Did you mean “ru”?');
    expect(editions('{ en: USD, fr: USD }')).toContain(
      'do: Write one of the outlet’s languages: en, ru.',
    );
  });

  test('are none, or a list', () => {
    expect(editions('{}')).toMatchInlineSnapshot(`
      "23:13 support-editions-nobody
      “editions” names no language, so that nobody is asked.
      do: Name the editions that ask, or remove the line, and all of them ask.
      example: editions: { en: USD }"
    `);
    expect(editions('[en]')).toMatchInlineSnapshot(`
      "23:13 support-editions-wrong-type
      The list of editions must be a group of fields, but a list stands here.
      do: Write a currency after each language.
      example: editions:
        en: USD
        ru: EUR"
    `);
  });

  test('in a currency without amounts', () => {
    const listed = SUPPORT.replace('[USD, BTC]', '[USD, BTC, GBP]').replace('en: USD', 'en: GBP');
    expect(outlet(OUTLET_YAML + listed)).toMatchInlineSnapshot(`
      "23:19 support-form-empty
      The edition “en” asks in GBP, in which “amounts” has none.
      why: The form under its articles would have nothing to choose.
      do: Write one of USD, BTC, or add amounts in GBP."
    `);
  });
});

describe('a real currency in which nothing is offered', () => {
  test('in the list', () => {
    expect(changed('[USD, BTC]', '[USD, BTC, GBP]')).toMatchInlineSnapshot(`
      "22:26 warning support-currency-idle
      Nothing is offered in GBP: “amounts” has none in it.
      do: Add amounts in GBP and a method that takes it, or remove it here."
    `);
  });

  test('in a method, or with a frequency that it does not have', () => {
    const gift = `    - id: gift
      name: { en: A gift, ru: Подарок }
      frequencies: [once]
      currencies: [EUR]
      link: https://gift.example/?a={amount}
  notices`;
    const both = SUPPORT.replace('[USD, BTC]', '[USD, BTC, EUR]')
      .replace('once: {', 'once: { EUR: { choices: [5], default: 5 },')
      .replace('[USD]\n', '[USD, EUR]\n')
      .replace('{amount}', '{amount}&c={currency}')
      .replace('  notices', gift);
    expect(outlet(OUTLET_YAML + both)).toMatchInlineSnapshot(`
      "32:25 warning support-method-idle
      The method is never shown for EUR: “amounts” has nothing monthly in EUR.
      do: Add amounts to give monthly in EUR, or remove “EUR” here."
    `);
    const annual = SUPPORT.replace('[monthly]\n', '[monthly, annual]\n').replace(
      '{amount}',
      '{amount}&f={frequency}',
    );
    expect(outlet(OUTLET_YAML + annual)).toMatchInlineSnapshot(`
      "31:30 warning support-method-idle
      The method is never shown for annual: “amounts” has nothing annual.
      do: Add amounts to give annual, or remove “annual” here."
    `);
  });

  test('among the amounts, whose codes and frequencies are names', () => {
    expect(changed('monthly: { USD', 'monthly: { usd')).toMatchInlineSnapshot(`
      "26:16 support-amounts-name
      “usd” is not a currency code: three capital letters of ISO 4217, as USD and EUR, or BTC or XMR.
      do: Write USD."
    `);
    expect(changed('monthly: { USD', 'yearly: { USD')).toMatchInlineSnapshot(`
      "26:5 unknown-field
      There is no field “yearly” here.
      do: Remove the line. The fields here are: once, monthly, annual."
    `);
  });
});

describe('a method', () => {
  test('with a template without amount, or an http link', () => {
    expect(changed('?a={amount}', '?a=5')).toMatchInlineSnapshot(`
      "33:13 support-methods-link-malformed
      The link template “https://pay.example/?a=5” has neither {amount} nor {minor} in it.
      why: The amount a reader has chosen must arrive.
      do: Write the https address with {amount} where the amount belongs.
      example: link: https://pay.example/give?amount={amount}&currency={currency}"
    `);
    expect(changed('https://pay', 'http://pay')).toMatchInlineSnapshot(`
      "33:13 support-methods-link-malformed
      The link template “http://pay.example/?a={amount}” is not an https address with {amount} or {minor} in it.
      why: The amount a reader has chosen must arrive.
      do: Write the https address with {amount} where the amount belongs.
      example: link: https://pay.example/give?amount={amount}&currency={currency}"
    `);
    expect(changed('{amount}', '{minor}')).toBe('');
  });

  test('with several frequencies, and a template that does not say which', () => {
    expect(changed('[monthly]\n', '[monthly, once]\n')).toMatchInlineSnapshot(`
      "33:13 support-template-frequency
      The link template has no {frequency}, but the method has several of them.
      why: Someone who means to give once could give every month, or another currency.
      do: Put {frequency} where it belongs, or make a method for each."
    `);
    expect(changed('[USD]\n', '[USD, BTC]\n')).toMatchInlineSnapshot(`
      "33:13 support-template-currency
      The link template has no {currency}, but the method has several of them.
      why: Someone who means to give once could give every month, or another currency.
      do: Put {currency} where it belongs, or make a method for each."
    `);
  });

  test('without frequency', () => {
    expect(changed('[monthly]\n', '[]\n')).toMatchInlineSnapshot(`
      "31:20 support-methods-frequencies-too-short
      The list of the method’s frequencies needs at least one entry.
      do: Write at least one of: once, monthly, annual.
      example: frequencies:
        - once
        - monthly"
    `);
    expect(changed('      frequencies: [monthly]\n', '')).toMatchInlineSnapshot(`
      "29:7 support-methods-frequencies-missing
      The list of the method’s frequencies is missing in “card”.
      do: Write at least one of: once, monthly, annual.
      example: frequencies:
        - once
        - monthly"
    `);
  });

  test('with no way to give, and with two', () => {
    expect(changed('      link: https://pay.example/?a={amount}\n', '')).toMatchInlineSnapshot(`
      "29:7 support-method-way
      “support.methods[0]” does not say how to give.
      do: Give it one of: link (a template), links (one address an amount), account (where to send money)."
    `);
    const both =
      'link: https://pay.example/?a={amount}\n      account: { lines: { en: A, ru: А } }';
    expect(changed('link: https://pay.example/?a={amount}', both)).toMatchInlineSnapshot(`
      "29:7 support-method-way
      “support.methods[0]” says in 2 ways how to give: link, account.
      do: Give it one of: link (a template), links (one address an amount), account (where to send money)."
    `);
  });

  test('with an address for each amount, of which one is missing, one double, one idle', () => {
    const links = `links:
        - { frequency: monthly, currency: USD, amount: 2, url: 'https://pay.example/2' }
        - { frequency: monthly, currency: USD, amount: 2, url: 'https://pay.example/5' }
        - { frequency: annual, currency: USD, amount: 2, url: 'https://pay.example/a2' }`;
    expect(changed('link: https://pay.example/?a={amount}', links)).toMatchInlineSnapshot(`
      "33:7 support-link-missing
      The method has no address for: monthly USD 5.
      why: These amounts are offered, and the method says it takes them.
      do: Add an address for each, or take the frequency or currency out of the method.

      35:11 support-link-repeated
      There are two addresses for “monthly USD 2”.
      do: Keep the right one.

      36:11 warning support-link-idle
      The address for “annual USD 2” is never shown: this is not among the amounts that the method takes.
      do: Add the amount to “amounts”, or remove the address."
    `);
  });

  test('with an account that is none, of two kinds, or of another currency', () => {
    const account = 'account: { bitcoin: 1BitcoinEaterAddressDontSendf59kuE }';
    expect(changed(account, 'account: { iban: LT12 1000 0111 0100 1001 }')).toMatchInlineSnapshot(`
      "38:24 support-methods-account-iban-malformed
      The IBAN “LT12 1000 0111 0100 1001” is mistyped: its check digits do not fit.
      why: Money sent to a mistyped account is hard to get back.
      do: Copy it from the bank.
      example: iban: LT12 1000 0111 0100 1000"
    `);
    expect(changed(account, 'account: { iban: LT12 1000 0111 0100 1000 }')).toMatchInlineSnapshot(`
      "38:7 support-account-holder
      The bank account has no holder.
      why: Banks ask for the name, and refuse or delay a transfer without the right one.
      do: Add the name as the bank has it.
      example: holder: The outlet’s association"
    `);
    expect(changed(account, account.replace(' }', ', lines: { en: A, ru: А } }')))
      .toMatchInlineSnapshot(`
      "38:7 support-account-kind
      The account is of 2 kinds: bitcoin, lines.
      do: Give it one of: iban (with holder), bitcoin, monero, lines."
    `);
    expect(changed(account, account.replace('59kuE', '59kuF'))).toMatchInlineSnapshot(`
      "38:27 support-methods-account-bitcoin-malformed
      The Bitcoin address “1BitcoinEaterAddressDontSendf59kuF” fails its own checksum: a character is wrong, missing or out of its place.
      why: Coins sent to a wrong address are lost: nobody can give them back.
      do: Copy it from the wallet again.
      example: bitcoin: 1BitcoinEaterAddressDontSendf59kuE"
    `);
    const monero =
      'account: { monero: 4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2684Rge }';
    expect(changed(account, monero.replace('Rge', 'Rga'))).toMatchInlineSnapshot(`
      "38:26 support-methods-account-monero-malformed
      The Monero address “4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45…” fails its own checksum: a character is wrong, missing or out of its place.
      why: Coins sent to a wrong address are lost: nobody can give them back.
      do: Copy it from the wallet again.
      example: monero: 4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2684Rge"
    `);
    expect(changed(account, monero)).toMatchInlineSnapshot(`
      "37:20 support-account-currency
      A monero address takes XMR, not BTC.
      do: Write XMR."
    `);
  });
});

describe('what a reader has chosen', () => {
  const LINK = 'link: https://pay.example/?a={amount}';

  test('has an address of its own for each amount', () => {
    const links = `links:
        - { frequency: monthly, currency: USD, amount: 2, url: 'https://pay.example/2' }
        - { frequency: monthly, currency: USD, amount: 5, url: 'https://pay.example/2' }`;
    expect(changed(LINK, links)).toMatchInlineSnapshot(`
      "35:64 support-link-same-address
      “monthly USD 5” leads to the address of “monthly USD 2”.
      why: Readers would give another amount, or another frequency, than the one they chose.
      do: Write the provider’s own address for “monthly USD 5”."
    `);
  });

  test('reaches the server, by placeholders that are filled', () => {
    expect(changed('/?a={amount}', '/#a={amount}')).toMatchInlineSnapshot(`
      "33:13 support-methods-link-malformed
      The link template “https://pay.example/#a={amount}” has the amount after “#” only, which never reaches the server.
      why: The amount a reader has chosen must arrive.
      do: Move {amount} before the “#”, where the provider reads it.
      example: link: https://pay.example/give?amount={amount}&currency={currency}"
    `);
    expect(changed('{amount}', '{amount}&c={curency}')).toMatchInlineSnapshot(`
      "33:13 support-methods-link-malformed
      The link template “https://pay.example/?a={amount}&c={curency}” has the placeholder “{curency}”, which nothing fills.
      why: The amount a reader has chosen must arrive.
      do: Did you mean “{currency}”? The placeholders are {amount}, {minor}, {currency} and {frequency}.
      example: link: https://pay.example/give?amount={amount}&currency={currency}"
    `);
    expect(changed('{amount}', '{amount}&c={currency')).toContain('a brace without its partner');
    const several = SUPPORT.replace('[monthly]\n', '[monthly, once]\n');
    expect(outlet(OUTLET_YAML + several.replace('{amount}', '{amount}#{frequency}'))).toContain(
      'support-template-frequency',
    );
  });

  test('is an amount as it was meant', () => {
    expect(changed('[2, 5]', '[12,50, 5]')).toMatchInlineSnapshot(`
      "26:40 warning support-amounts-order
      The amounts do not ascend: 5 comes after 50.
      why: A comma begins the next amount: “12,50” is 12 and 50.
      do: Write decimals with a point, as 12.50; otherwise put the amounts in order.
      example: choices: [5, 12.50, 25]"
    `);
    expect(changed('[2, 5]', '[0, 5]')).toMatchInlineSnapshot(`
      "26:33 support-amounts-choices-too-short
      The amount is 0; more than 0 is needed.
      do: Write a number above 0, without quotes, with a point before decimals.
      example: choices:
        - 5"
    `);
    expect(changed('[2, 5]', '[-2, 5]')).toContain('more than 0 is needed');
    expect(changed('[2, 5]', '[two, 5]')).toMatchInlineSnapshot(`
      "26:33 support-amounts-choices-wrong-type
      The amount must be a number above 0, but text stands here.
      do: Write a number above 0, without quotes, with a point before decimals.
      example: choices:
        - 5"
    `);
    expect(changed('[2, 5]', '["2,50", 5]')).toMatchInlineSnapshot(`
      "26:33 support-amounts-choices-wrong-type
      The amount must be a number above 0, but text stands here.
      do: Write the number without quotes, with a point before decimals.
      example: choices: [2.50]"
    `);
    expect(changed('default: 5', 'default: "5"')).toMatchInlineSnapshot(`
      "26:49 support-amounts-default-wrong-type
      The default amount must be one of the amounts, but text stands here.
      do: Write the number without quotes, with a point before decimals.
      example: default: 5"
    `);
  });

  test('is something', () => {
    const none = SUPPORT.replace(/ {2}amounts:\n.*\n.*\n/, '  amounts: {}\n');
    expect(outlet(OUTLET_YAML + none)).toMatchInlineSnapshot(`
      "25:3 support-amounts-empty
      There are no amounts.
      why: A reader would find a form with nothing to choose.
      do: Give amounts by frequency and currency, or remove the block “support”.
      example: amounts: { monthly: { USD: { choices: [2, 5, 10], default: 5 } } }"
    `);
  });

  test('is in a currency whose mistyped code is told once, with the one that is used', () => {
    const euro = SUPPORT.replaceAll('USD', 'EUR').replace('[EUR, BTC]', '[EUB, BTC]');
    expect(outlet(OUTLET_YAML + euro)).toMatchInlineSnapshot(`
      "22:16 support-currency-strange
      “EUB” is no currency.
      do: Did you mean “EUR”? Write a code of ISO 4217, or BTC or XMR."
    `);
    expect(changed('[USD, BTC]', '[XSD, BTC]')).toContain('Did you mean “USD”?');
  });
});

describe('a bank’s QR code', () => {
  const bank = (account: string, currencies = 'EUR') =>
    outlet(
      OUTLET_YAML +
        SUPPORT.replaceAll('USD', 'EUR')
          .replace('[EUR, BTC]', `[${currencies}, BTC]`)
          .replace('currencies: [EUR]\n', `currencies: [${currencies}]\n`)
          .replace(
            'link: https://pay.example/?a={amount}',
            `account: { iban: LT12 1000 0111 0100 1000, ${account} }`,
          ),
    );

  test('holds 331 bytes, in which a Cyrillic letter is two', () => {
    // BCD, 002, 1, SCT, IBAN, EUR5.00 and ten line feeds take 47 bytes of them.
    const fits = `holder: ${'Я'.repeat(70)}, reference: ${'x'.repeat(140)}`;
    expect(bank(fits)).toBe('');
    const most = `holder: ${'Я'.repeat(70)}, reference: ${'д'.repeat(72)}`;
    expect(bank(most)).toBe('');
    expect(bank(`${most}x`)).toMatchInlineSnapshot(`
      "33:141 support-account-code-too-long
      The bank’s QR code would be 332 bytes long; at most 331 fit.
      why: Banks’ apps refuse a longer one (EPC069-12).
      do: Cut one byte of holder and reference: a Latin letter is one byte, a Cyrillic one two."
    `);
  });

  test('has one line for each of its parts', () => {
    expect(bank('holder: "The\\nOutlet"')).toContain('account-holder-several-lines');
    expect(bank('holder: A, reference: "For\\nus"')).toContain('account-reference-several-lines');
  });

  test('is for euros only', () => {
    expect(bank('holder: The outlet', 'EUR, USD')).toMatchInlineSnapshot(`
      "22:21 warning support-currency-idle
      Nothing is offered in USD: “amounts” has none in it.
      do: Add amounts in USD and a method that takes it, or remove it here.

      32:25 warning support-account-code-euro
      Banks’ QR codes are for EUR only: readers who give USD see none.
      why: They would copy the account by hand, and their bank may charge for the exchange.
      do: Take the currency out of the method, or make a method of its own with “lines” for it.
      example: currencies: [EUR]

      32:25 warning support-method-idle
      The method is never shown for USD: “amounts” has nothing monthly in USD.
      do: Add amounts to give monthly in USD, or remove “USD” here."
    `);
  });
});

test('an IBAN with two characters exchanged is none', () => {
  const iban = 'LT121000011101001000';
  expect(isIban(iban)).toBe(true);
  expect(isIban('LT121000011010001000')).toBe(false);
  fc.assert(
    fc.property(fc.nat({ max: iban.length - 1 }), fc.nat({ max: 9 }), (at, digit) => {
      const other = iban.slice(0, at) + String(digit) + iban.slice(at + 1);
      expect(isIban(other)).toBe(other === iban);
    }),
  );
});

test('amounts are written in plain digits', () => {
  expect([5, 2.5, 0.0005, 0.00000001, 1_000_000].map(plainAmount)).toEqual([
    '5',
    '2.5',
    '0.0005',
    '0.00000001',
    '1000000',
  ]);
  expect([minorAmount(19.99, 'USD'), minorAmount(500, 'JPY'), minorAmount(0.001, 'BTC')]).toEqual([
    '1999',
    '500',
    '100000',
  ]);
});

describe('an appeal', () => {
  const APPEAL = `---
title: Winter
from: 2026-11-01T00:00:00Z
until: 2027-01-01T00:00:00Z
---

Please help.
`;
  const appeal = (text: string, path = 'appeals/en/winter.md') =>
    parseAppeal(text, { path, outlet: OUTLET });

  test('knows its name and language by its file', () => {
    expect(appeal(APPEAL)).toMatchObject({
      value: { lang: 'en', name: 'winter', title: 'Winter' },
      problems: [],
    });
  });

  test('in a wrong place, ending before it begins, or with a field that is none', () => {
    expect(told(appeal(APPEAL, 'appeals/fr/winter.md').problems)).toMatchInlineSnapshot(`
      "2:1 appeal-path
      The appeal does not stand where an appeal belongs.
      do: Move it to appeals/<language>/<name>.md, with a name of lower-case Latin letters and one of the languages en, ru.
      example: appeals/en/winter.md"
    `);
    expect(told(appeal(APPEAL.replace('until: 2027', 'until: 2025')).problems))
      .toMatchInlineSnapshot(`
      "4:8 appeal-dates
      The appeal ends before it begins.
      do: Mend “from” or “until”."
    `);
    expect(told(appeal(APPEAL.replace('until:', 'untill:')).problems)).toMatchInlineSnapshot(`
      "4:1 unknown-field
      There is no field “untill”.
      do: Did you mean “until”?"
    `);
  });

  test('without text, too long, or with a picture', () => {
    expect(told(appeal(APPEAL.replace('Please help.', '')).problems)).toMatchInlineSnapshot(`
      "2:1 appeal-empty
      The appeal has no text.
      do: Write under the front matter what you ask, and why."
    `);
    const long = APPEAL.replace('help', `${'help '.repeat(330)}![A boat](boat.jpg)`);
    expect(told(appeal(long).problems)).toMatchInlineSnapshot(`
      "2:1 appeal-picture
      The appeal holds a picture.
      why: It stands on every article, whose readers pay by the byte.
      do: Say it in words, or show the picture on the page about support.

      2:1 appeal-too-long
      The appeal is 1677 characters long; at most 1500 fit.
      why: It stands on every article, whose readers pay by the byte.
      do: Cut 177 characters; pages/<language>/support.md has room for more."
    `);
    expect(told(appeal('Please').problems)).toContain('front-matter');
  });

  test('that is over, or that nobody will see', () => {
    const { value } = appeal(APPEAL);
    if (value === undefined) throw new Error('The sample is an appeal.');
    const { support } = parseOutlet(OUTLET_YAML + SUPPORT, { path: 'outlet.yaml' }).value ?? {};
    const asking = { ...OUTLET, support };
    expect(checkAppeals(asking, [value], '2026-12-31T23:59:59Z')).toEqual([]);
    expect(checkAppeals(asking, [value], '2027-01-01T00:00:00Z')).toMatchInlineSnapshot(`
      [
        {
          "finding": {
            "code": "appeal-expired",
            "found": "2027-01-01T00:00:00Z",
            "message": "The appeal ended on 2027-01-01T00:00:00Z and is not shown any more.",
            "path": [
              "until",
            ],
            "remedy": "Remove the file, or write a later time.",
            "ru": {
              "message": "Срок просьбы о поддержке вышел 2027-01-01T00:00:00Z, её больше не показывают.",
              "remedy": "Уберите файл или напишите более позднее время.",
            },
            "severity": "warning",
          },
          "path": "appeals/en/winter.md",
        },
      ]
    `);
    expect(checkAppeals(asking, [value], undefined)).toEqual([]);
    expect(checkAppeals(asking, [{ ...value, lang: 'ru' }], undefined)).toMatchInlineSnapshot(`
      [
        {
          "finding": {
            "code": "appeal-without-support",
            "message": "The appeal is not shown: “support” in outlet.yaml does not ask in “ru”.",
            "path": [],
            "remedy": "Add “support” to outlet.yaml, or the language to its “editions”, or remove the file.",
            "ru": {
              "message": "Просьбу о поддержке не покажут: «support» в outlet.yaml не просит на языке «ru».",
              "remedy": "Добавьте «support» в outlet.yaml, или язык в «editions», или уберите файл.",
            },
            "severity": "warning",
          },
          "path": "appeals/en/winter.md",
        },
      ]
    `);
  });
});
