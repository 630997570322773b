export * from './limits.ts';
export type { FeedChannel, FeedImage, FeedItem } from './model.ts';
export { FeedDateError } from './instant.ts';
export { buildRss } from './rss.ts';
export { buildBrief } from './brief.ts';
export { buildAtom } from './atom.ts';
export { buildJsonFeed } from './json-feed.ts';
export { buildCatalogue, type Catalogue, type CatalogueBook } from './catalogue.ts';
export { buildElement } from './xml.ts';
