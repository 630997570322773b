export { buildSearchIndex } from './build-search-index.ts';
export type { SearchIndexOptions, SearchIndexSummary } from './build-search-index.ts';
export type { SearchDocument } from './document.ts';
export { SearchIndexError } from './search-index-error.ts';
export type { SearchProblem } from './search-index-error.ts';
export { loadSearchScript } from './load-search-script.ts';
