import { plainAmount } from '../money/currency.ts';
import { asksIn } from '../rules/support-editions.ts';
import { choicesOf, type Choice } from '../rules/support-method-rules.ts';
import type { Outlet } from '../schema/outlet.ts';

/** The place of a choice on the page about support: `monthly-usd-5`. */
export function choiceAnchor({ frequency, currency, amount }: Choice): string {
  return `${frequency}-${currency.toLowerCase()}-${plainAmount(amount)}`;
}

/** The places that an edition’s page about support has besides its text’s; none where the edition asks for nothing. */
export function supportAnchors(outlet: Pick<Outlet, 'support'>, lang: string): string[] {
  const { support } = outlet;
  if (support === undefined || !asksIn(outlet, lang)) return [];
  return choicesOf(support)
    .filter(({ currency }) => support.currencies.includes(currency))
    .map(choiceAnchor);
}
