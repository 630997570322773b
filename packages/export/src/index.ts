export { isCarried } from './article/carried.ts';
export { type Leaving, leavingArticle, type Standing, standingOf } from './article/leaving.ts';
export { buildGhost } from './ghost/build-ghost.ts';
export {
  articleSchemaJson,
  buildArticleJson,
  buildOutletJson,
  type ExportedArticle,
  ExportedArticleSchema,
  JSON_VERSION,
} from './json/article-json.ts';
export type { LocalTime, Outgoing } from './outgoing.ts';
export { buildWordpress } from './wordpress/build-wordpress.ts';
