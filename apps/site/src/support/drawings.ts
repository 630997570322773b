import type { Outlet } from '@tamizdat/article-schema';
import { drawCode } from '@tamizdat/media/qr-code';
import { drawMarkRow, markRowName } from './method-mark.ts';
import { formOffers } from './offers.ts';
import { codePayloads } from './payment-codes.ts';

/** The drawings of the ways to give, by name: a code for each account and amount, and the marks of each form. */
export function buildDrawings(outlet: Pick<Outlet, 'languages' | 'support'>) {
  const rows = outlet.languages.flatMap(({ code, dir }) =>
    formOffers(outlet, code).map(({ methods }) => markRowName(methods, dir)),
  );
  return new Map<string, () => string | Promise<string>>([
    ...[...codePayloads(outlet.support)].map(
      ([name, payload]) => [name, () => drawCode(payload)] as const,
    ),
    ...rows.map((name) => [name, () => drawMarkRow(name)] as const),
  ]);
}
