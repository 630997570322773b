import { RESULTS_STEP } from '../limits.ts';
import { readForm, type SearchParts } from './search-parts.ts';
import type { Extent } from './search-session.ts';
import { buildQueryString } from './search-state.ts';

export interface PageAddress {
  /** Writes what the form asks for while it is being typed. */
  draft: () => void;
  /** Writes what the form asks for as a decision made. */
  commit: () => void;
  /** Remembers with the present entry how far the list goes. */
  keepExtent: (extent: Extent) => void;
  /** How far the list of the present entry is to go. */
  extent: () => Extent;
}

/** What an entry of the history holds. */
interface Kept {
  draft?: boolean;
  shown?: number;
  tiers?: number;
}

/**
 * The page's history. Typing makes one entry, rewritten as the query grows; a filter, an order or Enter makes an
 * entry of its own, so that Back undoes one decision.
 */
export function keepAddress(parts: SearchParts): PageAddress {
  const state = (): Kept => (history.state ?? {}) as Kept;
  const target = (): string => location.pathname + buildQueryString(readForm(parts));
  const isHere = (): boolean => target() === location.pathname + location.search;
  return {
    draft: () => {
      if (isHere()) return;
      if (state().draft === true) history.replaceState({ draft: true }, '', target());
      else history.pushState({ draft: true }, '', target());
    },
    commit: () => {
      if (isHere()) history.replaceState({ ...state(), draft: false }, '');
      else history.pushState({ draft: false }, '', target());
    },
    keepExtent: ({ results, tiers }) => {
      history.replaceState({ ...state(), shown: results, tiers }, '');
    },
    extent: () => ({
      results: Math.max(state().shown ?? 0, RESULTS_STEP),
      tiers: Math.max(state().tiers ?? 0, 1),
    }),
  };
}
