export { buildSearchTier } from './build-search-tier.ts';
export type { SearchTierOptions } from './build-search-tier.ts';
export type { SearchDocument } from './document.ts';
export { SearchIndexError } from './search-index-error.ts';
export type { SearchProblem } from './search-index-error.ts';
export { writeSearchHead } from './search-head.ts';
export type { SearchHeadOptions } from './search-head.ts';
export { loadSearchScript } from './load-search-script.ts';
export { parseTierList, type TierFacts, type TierList } from './tier-facts.ts';
