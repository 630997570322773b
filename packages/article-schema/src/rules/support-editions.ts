import type { Outlet } from '../schema/outlet.ts';

/** The currency of the form under an edition's articles; nothing where the edition's readers are not asked. */
export function formCurrency(
  { support }: Pick<Outlet, 'support'>,
  lang: string,
): string | undefined {
  if (support === undefined) return undefined;
  const { editions, currencies } = support;
  return editions === undefined ? currencies[0] : editions[lang];
}

/** Whether an edition asks its readers for money, and so has a page about support. */
export const asksIn = (outlet: Pick<Outlet, 'support'>, lang: string): boolean =>
  formCurrency(outlet, lang) !== undefined;
