import path from 'node:path';

declare global {
  interface ImportMeta {
    /** Whether this was bundled into the compiled command. */
    readonly isCompiled?: true;
  }
}

/** Folder of the whole kit: where package.json, content and dist stand. */
export const repository = path.resolve(import.meta.dirname, '../../../..');

/** Content of the outlet unless another folder is named. */
export const defaultContent = path.join(repository, 'content');

/** The compiled templates, which Turborepo makes and keeps. */
export const compiledTemplates = path.join(repository, 'apps/site/.out/renderer/server/entry.mjs');

/** Says of which kit the compiled templates are. Beside what Turborepo restores. */
export const templatesMade = path.join(repository, 'apps/site/.out/kit');

/** The command and the templates in few files, by which `start.mjs` starts where they are of this kit. */
export const quickCommand = path.join(repository, '.cache/command');

/** Says of which kit that is. */
export const quickKit = path.join(quickCommand, 'kit');

/** What renders: the templates that share their modules with the command, where it runs compiled. */
export const renderer = import.meta.isCompiled
  ? path.join(path.dirname(import.meta.filename), 'renderer.js')
  : compiledTemplates;

/** What the kit is, by the stamps of its sources. */
export const kitStamps = path.join(repository, '.cache/kit.json');

/** The finished tree unless another folder is named. */
export const defaultTree = path.join(repository, 'dist');

/**
 * What an outlet must not lose and no build makes anew: the history of its releases, newsletters that were sent, what was
 * seen of mirrors. It lies beside the content, whatever folder a tree was written to.
 */
export const stateOf = (content: string): string => path.join(content, '..', STATE);

/** Names of folders, in the kit and beside content that lies elsewhere. */
export const STATE = 'outlet-state';
export const CACHE = '.cache';

/** Where earlier versions kept state and caches together, under a name that looks like a cache’s. */
export const OLD = '.tamizdat';

/** The state of the kit's own content, and what is remembered of other outlets. */
export const stateFolder = path.join(repository, STATE);

/** What builds and publications keep to be faster the next time: deleting it costs time. */
export const cacheFolder = path.join(repository, CACHE);

/** Kept derivatives of images. `TAMIZDAT_CACHE` names another folder for these. */
export function mediaFolder(env: NodeJS.ProcessEnv): string {
  return path.resolve(repository, env['TAMIZDAT_CACHE'] || CACHE, 'media');
}
