import type { Edition } from '@tamizdat/article-schema';

/** A whole number in the edition's digits: "3", "٣". */
export function wholeNumber(number: number, edition: Edition): string {
  return new Intl.NumberFormat(edition.locale, { maximumFractionDigits: 0 }).format(number);
}
