import type { Address } from '../addresses.ts';
import { matchPage } from './match-page.ts';
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
    const weight = typeof kind.weight === 'function' ? kind.weight(parts) : kind.weight;
    if (weight) return { ...weight, place: PLACES.get(name) ?? PLACES.size };
  }
  return undefined;
}
