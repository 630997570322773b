import type { Address } from '../addresses.ts';
import { matchPage, type MatchedPage } from './match-page.ts';
import { LIST_KINDS } from './list-pages.ts';
import type { PageKind } from './page-kind.ts';
import { PAGE_KINDS, type PageKindName } from './page-kinds.ts';
import type { Weight } from './weights.ts';

/** What an address is weighed as. */
export interface PlacedWeight extends Weight {
  /** Where reports show its kind: its place in the table. */
  place: number;
}

const PLACES = new Map(Object.keys(PAGE_KINDS).map((name, place) => [name as PageKindName, place]));

/** What the page or feed at an address is called and may weigh, by the address alone; undefined for other files. */
export function weightOf(address: Address): PlacedWeight | undefined {
  for (const { name, kind, parts } of matchPage(address)) {
    const weight = weightIn(kind, parts);
    if (weight) return { ...weight, place: PLACES.get(name) ?? PLACES.size };
  }
  return undefined;
}

const weightIn = ({ weight }: PageKind, parts: MatchedPage['parts']): Weight | undefined =>
  typeof weight === 'function' ? weight(parts) : weight;

/** What all kinds of pages are called, each once, in the table’s order; files that are no pages are not among them. */
export function pageNames(): string[] {
  const pages = Object.values<PageKind>(PAGE_KINDS).filter(({ pattern }) =>
    pattern.endsWith('.html'),
  );
  const called = pages.flatMap((kind) =>
    LIST_KINDS.map((list) => weightIn(kind, { kind: list })?.called ?? kind.pattern),
  );
  return [...new Set(called)];
}
