/** What results can be narrowed by. */
export const FILTERS = ['section', 'author', 'year'] as const;
export type FilterName = (typeof FILTERS)[number];

/** One of the indexes of a language, as the page knows it before it asks for a part of it. */
export interface TierFacts {
  /** Its folder, beside the file that lists the tiers. */
  key: string;
  documents: number;
  /** The day of its oldest document, `yyyy-mm-dd`. */
  since: string;
  /** What Pagefind names its list of pages by; empty where no document holds a word, so that there is none. */
  hash: string;
  /** The values that its documents have, in code-unit order: a tier without the one asked for is left alone. */
  filters: Record<FilterName, string[]>;
}

/** The tiers of a language, newest first, and what is the same for all of them. */
export interface TierList {
  /** Of Pagefind. */
  version: string;
  /** The name of its WebAssembly module: a language's, or `unknown`. */
  wasm: string;
  /** Marks that Pagefind keeps within words. */
  characters: string[];
  tiers: TierFacts[];
}

/** The file's form: values of filters stand once and are counted from there. */
interface PackedList extends Omit<TierList, 'tiers'> {
  values: Record<FilterName, string[]>;
  tiers: (Omit<TierFacts, 'filters'> & { filters: Record<FilterName, number[]> })[];
}

/** The text of `tiers.json`, the same for the same tiers. */
export function writeTierList({ tiers, ...shared }: TierList): string {
  const values = forEachFilter((name) =>
    [...new Set(tiers.flatMap(({ filters }) => filters[name]))].sort(),
  );
  const places = forEachFilter((name) => new Map(values[name].map((value, at) => [value, at])));
  const packed: PackedList = {
    ...shared,
    values,
    tiers: tiers.map(({ filters, ...tier }) => ({
      ...tier,
      filters: forEachFilter((name) =>
        filters[name].flatMap((value) => places[name].get(value) ?? []),
      ),
    })),
  };
  return JSON.stringify(packed);
}

/** Reads `tiers.json`. @throws where a text is something else, as a block page is */
export function parseTierList(text: string): TierList {
  const { values, tiers, ...shared } = JSON.parse(text) as PackedList;
  return {
    ...shared,
    tiers: tiers.map(({ filters, ...tier }) => ({
      ...tier,
      filters: forEachFilter((name) => filters[name].flatMap((place) => values[name][place] ?? [])),
    })),
  };
}

/** The file that Pagefind begins a tier with, `pagefind-entry.json`: it is made from the list and asked of no host. */
export function writeEntry(
  list: Omit<TierList, 'tiers'>,
  tier: TierFacts,
  language: string,
): string {
  const entry = { hash: tier.hash, wasm: list.wasm, page_count: tier.documents };
  return JSON.stringify({
    version: list.version,
    languages: { [language.toLowerCase()]: entry },
    include_characters: list.characters,
  });
}

function forEachFilter<T>(make: (name: FilterName) => T): Record<FilterName, T> {
  return { section: make('section'), author: make('author'), year: make('year') };
}
