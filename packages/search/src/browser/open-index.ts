import { parseTierList, writeEntry, type TierFacts } from '../tier-facts.ts';
import { askIndex } from './ask-index.ts';
import { buildMarkedResult, type MarkedResult } from './marked-text.ts';
import type { PagefindFragment, PagefindInstance } from './pagefind.ts';
import type { SearchState } from './search-state.ts';

/** What a result shows. */
export interface ShownPage extends MarkedResult {
  /** Path in the tree. */
  address: string;
  section: string;
  /** As people write it. */
  date: string;
  /** RFC 3339. */
  published: string;
}

/** A page found; what it shows costs a request. */
export interface FoundPage {
  load: () => Promise<ShownPage>;
}

/** An index at hand. */
export interface OpenIndex {
  /** Newest first. */
  tiers: readonly TierFacts[];
  /** Gives what a tier holds for a state. */
  find: (state: SearchState, tier: TierFacts) => Promise<FoundPage[]>;
  /** Gets what the first question needs, before it is asked. */
  prepare: () => Promise<void>;
}

export interface IndexPlace {
  /** Of the index's module; tiers stand beside it. */
  url: URL;
  /** BCP 47. */
  language: string;
  /** The text of `tiers.json`. */
  list: string;
  /** Told what Pagefind's request for the file that a tier begins with is to be answered with. */
  keepEntry: (key: string, entry: string) => void;
}

/** Pagefind's class for one index. */
export type PagefindClass = new (options: { basePath: string }) => PagefindInstance;

/** Opens the tiers of a language, each when it is asked first. @throws where the list is none */
export function openIndex(Pagefind: PagefindClass, place: IndexPlace): OpenIndex {
  const { url, language, keepEntry } = place;
  const list = parseTierList(place.list);
  const opened = new Map<string, Promise<PagefindInstance>>();

  const openTier = async (tier: TierFacts): Promise<PagefindInstance> => {
    keepEntry(tier.key, writeEntry(list, tier, language));
    const pagefind = new Pagefind({ basePath: new URL(`${tier.key}/`, url).href });
    await pagefind.init(language.toLowerCase(), { load_wasm: true });
    return pagefind;
  };
  const tierOf = (tier: TierFacts): Promise<PagefindInstance> => {
    const opening = opened.get(tier.hash) ?? openTier(tier);
    opened.set(tier.hash, opening);
    return opening;
  };
  return {
    tiers: list.tiers,
    find: async (state, tier) => {
      const found = await askIndex(await tierOf(tier), state, language);
      return found.map(({ load }) => ({ load: async () => showPage(await load()) }));
    },
    prepare: async () => {
      const [newest] = list.tiers;
      if (newest !== undefined) await tierOf(newest);
    },
  };
}

function showPage(fragment: PagefindFragment): ShownPage {
  const { section = '', date = '', published = '' } = fragment.meta;
  const address = fragment.raw_url ?? '';
  return { ...buildMarkedResult(fragment), address, section, date, published };
}
