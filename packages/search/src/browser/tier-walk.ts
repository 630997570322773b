import { TIERS_STEP } from '../limits.ts';
import { FILTERS, type TierFacts } from '../tier-facts.ts';
import type { IndexConnection } from './index-connection.ts';
import type { FoundPage } from './open-index.ts';
import type { SearchState } from './search-state.ts';

/** What is known of a question so far. */
export interface TierWalk {
  /** Of the tiers asked: newest tier first, and within it in the order that was asked for. */
  readonly found: readonly FoundPage[];
  /** How many tiers were asked. */
  readonly asked: number;
  /** Whether no tier is left that could hold more. */
  readonly isWhole: boolean;
  /** The day from which on everything was asked, `yyyy-mm-dd`; empty before the first tier. */
  readonly since: string;
  /**
   * Asks one tier after the other until there are `results` and `tiers` were asked, but only TIERS_STEP that
   * hold nothing: so many more can be asked for.
   */
  goOn: (wanted: { results: number; tiers: number }, isWanted: () => boolean) => Promise<void>;
}

/** Begins to ask the tiers that may hold what a state asks for; nothing is requested before `goOn`. */
export function startWalk(state: SearchState, index: IndexConnection): TierWalk {
  const found: FoundPage[] = [];
  let left: TierFacts[] | undefined;
  const walk = { found, asked: 0, isWhole: false, since: '' };

  const askNext = (): Promise<void> =>
    index.ask(async ({ tiers, find }) => {
      left ??= tiers.filter((tier) => mayHold(tier, state));
      const [next] = left;
      if (next !== undefined) {
        found.push(...(await find(state, next)));
        left.shift();
        walk.asked++;
        walk.since = next.since;
      }
      walk.isWhole = left.length === 0;
    });
  const goOn: TierWalk['goOn'] = async ({ results, tiers }, isWanted) => {
    const patience = Math.max(walk.asked + TIERS_STEP, tiers);
    while (isWanted() && !walk.isWhole) {
      if (walk.asked >= tiers && found.length >= results) return;
      if (walk.asked >= patience) return;
      await askNext();
    }
  };
  return Object.assign(walk, { goOn });
}

/** A filter's value that no document of a tier has is not asked for there. */
function mayHold({ filters }: TierFacts, state: SearchState): boolean {
  return FILTERS.every((name) => state[name] === '' || filters[name].includes(state[name]));
}
