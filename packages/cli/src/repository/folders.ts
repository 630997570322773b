import path from 'node:path';

/** Folder of the whole kit: where package.json, content and dist stand. */
export const repository = path.resolve(import.meta.dirname, '../../../..');

/** Content of the outlet unless another folder is named. */
export const defaultContent = path.join(repository, 'content');

/** What Astro and the search index write; Turborepo keeps it. */
export const siteOutput = path.join(repository, 'apps/site/.out');

/** The finished tree unless another folder is named. */
export const defaultTree = path.join(repository, 'dist');

/** State and caches that are not the outlet's content. */
export const stateFolder = path.join(repository, '.tamizdat');
