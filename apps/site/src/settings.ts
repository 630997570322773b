import path from 'node:path';
import type { RenderSettings } from '@tamizdat/builder';

/** Settings of Astro's own build and preview, which can be told by the environment alone. */
export interface OwnSettings extends Omit<RenderSettings, 'clock'> {
  /** RFC 3339; computed from the content where it is not given. */
  clock?: string;
  /** The time a clock is computed for where none is given, RFC 3339: a preview may run for days. */
  now: () => string;
}

/**
 * Reads the settings of Astro's own build.
 * @param siteFolder Folder of the site, where Astro runs: the default is the repository's own content.
 */
export function readOwnSettings(env: NodeJS.ProcessEnv, siteFolder: string): OwnSettings {
  const repository = path.resolve(siteFolder, '../..');
  /** Empty counts as not given. */
  const given = (name: string) => env[name] || undefined;
  const clock = given('TAMIZDAT_CLOCK');
  return {
    contentFolder: path.resolve(repository, given('TAMIZDAT_CONTENT') ?? 'content'),
    mediaFolder: path.resolve(repository, given('TAMIZDAT_CACHE') ?? '.cache', 'media'),
    preview: given('TAMIZDAT_PREVIEW') === '1',
    now: () => given('TAMIZDAT_NOW') ?? new Date().toISOString(),
    ...(clock === undefined ? {} : { clock }),
  };
}
