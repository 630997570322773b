import { buildSearchTier, type SearchTierOptions } from '../src/build-search-tier.ts';
import { writeSearchHead } from '../src/search-head.ts';
import type { TierFacts } from '../src/tier-facts.ts';

export interface SearchIndexOptions {
  /** Newest first. */
  tiers: readonly Pick<SearchTierOptions, 'key' | 'documents'>[];
  /** BCP 47; its stemmer is used. */
  language: string;
  /** `search/<lang>` in the tree. Holds exactly the index afterwards; must be empty, missing or a former index. */
  outputFolder: string;
}

/**
 * Builds the whole search of a language, one tier after the other: what `buildSearchTier` and `writeSearchHead` do
 * where tiers are built side by side.
 * @throws SearchIndexError as these do
 */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<TierFacts[]> {
  const { language, outputFolder } = options;
  const tiers: TierFacts[] = [];
  for (const tier of options.tiers)
    tiers.push(await buildSearchTier({ ...tier, language, outputFolder }));
  await writeSearchHead({ tiers, language, outputFolder });
  return tiers;
}

/** A language whose documents all stand in one tier. */
export async function buildOneTier(
  options: Omit<SearchIndexOptions, 'tiers'> & Pick<SearchTierOptions, 'documents'>,
): Promise<TierFacts> {
  const { documents, ...rest } = options;
  const [tier] = await buildSearchIndex({ ...rest, tiers: [{ key: 'recent', documents }] });
  if (tier === undefined) throw new Error('one tier was asked for');
  return tier;
}
