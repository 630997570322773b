import {
  type Choice,
  decimalsOf,
  type Edition,
  fillWord,
  type Words,
} from '@tamizdat/article-schema';

/** An amount in the edition's way of writing: "US$5", "5 €", "0,0005 BTC". Whole amounts have no decimals. */
export function formatAmount(amount: number, currency: string, edition: Edition): string {
  return new Intl.NumberFormat(edition.locale, {
    style: 'currency',
    currency,
    maximumFractionDigits: decimalsOf(currency),
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);
}

/** A choice in words: "US$5 a month". */
export function choiceWords(choice: Choice, edition: Edition, words: Words): string {
  const amount = formatAmount(choice.amount, choice.currency, edition);
  return fillWord(words.supportWords.amounts[choice.frequency], { amount });
}

/** What the registry of currencies (ISO 4217) does not name: names of their own, the same in every language. */
const COIN_NAMES: Readonly<Record<string, string>> = { BTC: 'Bitcoin', XMR: 'Monero' };

/** A currency's name in the edition's language, with a capital as a heading has; its code where there is no name. */
export function currencyName(currency: string, edition: Edition): string {
  const coin = COIN_NAMES[currency];
  if (coin !== undefined) return coin;
  const names = new Intl.DisplayNames(edition.locale, { type: 'currency', fallback: 'code' });
  const [first = '', ...rest] = names.of(currency) ?? currency;
  return first.toLocaleUpperCase(edition.locale) + rest.join('');
}
