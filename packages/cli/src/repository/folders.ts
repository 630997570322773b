import path from 'node:path';

/** Folder of the whole kit: where package.json, content and dist stand. */
export const repository = path.resolve(import.meta.dirname, '../../../..');

/** Content of the outlet unless another folder is named. */
export const defaultContent = path.join(repository, 'content');

/** The compiled templates, which Turborepo makes and keeps. */
export const compiledTemplates = path.join(repository, 'apps/site/.out/renderer/server/entry.mjs');

/** Says of which kit the compiled templates are. Beside what Turborepo restores. */
export const templatesMade = path.join(repository, 'apps/site/.out/kit');

/** The finished tree unless another folder is named. */
export const defaultTree = path.join(repository, 'dist');

/** State and caches that are not the outlet's content. */
export const stateFolder = path.join(repository, '.tamizdat');

/** Kept derivatives of images: a cache, safe to delete. `TAMIZDAT_CACHE` names another folder for caches. */
export function mediaFolder(env: NodeJS.ProcessEnv): string {
  return path.resolve(repository, env['TAMIZDAT_CACHE'] || '.tamizdat/cache', 'media');
}
