import type { Element, ElementContent, Properties } from 'hast';
import { element } from './element.ts';

/** Digits of the numbers that an ordinary indent holds. */
const ORDINARY_DIGITS = 2;
/** Digits of the greatest number that Markdown lets a list begin with (CommonMark 0.31.2, 5.2), and one more. */
const MOST_DIGITS = 10;

/** Names of lists whose numbers want a wider indent: `n3` from a hundred on. A style is needed for each. */
export const WIDE_NUMBERS = Array.from(
  { length: MOST_DIGITS - ORDINARY_DIGITS },
  (_, index) => `n${String(ORDINARY_DIGITS + 1 + index)}`,
);

/** A list whose items are numbered from `start` on. Numbers stand outside its text, in an indent as wide as they need. */
export function orderedList(items: ElementContent[], start = 1): Element {
  const digits = String(start + Math.max(items.length, 1) - 1).length;
  const properties: Properties = start === 1 ? {} : { start };
  if (digits > ORDINARY_DIGITS) properties['className'] = [`n${String(digits)}`];
  return element('ol', properties, items);
}
