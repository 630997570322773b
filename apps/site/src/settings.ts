import path from 'node:path';

/**
 * What a build is told by its environment. Declared as inputs in turbo.json, because the output depends on them.
 * The default is the repository's own content, found from the site's folder, where Astro runs.
 */
const repository = path.resolve(process.cwd(), '../..');

/** An environment variable; empty counts as not given. */
function given(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

/** Folder of the content, absolute. */
export const contentFolder = path.resolve(repository, given('TAMIZDAT_CONTENT') ?? 'content');

/** Kept derivatives of images: a cache, safe to delete. */
export const mediaCacheFolder = path.resolve(
  repository,
  given('TAMIZDAT_CACHE') ?? '.tamizdat/cache',
  'media',
);

/** Drafts and what is yet to come are shown, and marked. */
export const preview = given('TAMIZDAT_PREVIEW') === '1';

/** RFC 3339; set by `tamizdat build`, which computes it from the content. */
export const givenClock = given('TAMIZDAT_CLOCK');

/** RFC 3339; the time a clock is computed for where none is given. */
export const now = given('TAMIZDAT_NOW') ?? new Date().toISOString();
