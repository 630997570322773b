import { SourceError } from '../source-error.ts';
import type { FolderFiles } from './folder-files.ts';
import { hugoSettings, openHugo } from './hugo-site.ts';
import { openJekyll } from './jekyll-site.ts';
import { openAstro, openEleventy } from './script-sites.ts';
import type { Site } from './site.ts';

/** Tells by the settings that lie in a folder whose site it is. Throws SourceError for none that is read. */
export function detectSite(files: FolderFiles): Site {
  if (files.files.some((path) => /^astro\.config\.[cm]?[jt]s$/.test(path))) return openAstro(files);
  if (files.files.some((path) => /^(?:\.eleventy|eleventy\.config)\.[cm]?js$/.test(path)))
    return openEleventy(files);
  const settings = hugoSettings(files);
  if (settings !== undefined) return openHugo(files, settings);
  if (files.files.some((path) => /^_config\.ya?ml$/.test(path) || /(?:^|\/)_posts\//.test(path)))
    return openJekyll(files);
  throw new SourceError({
    en: `“${files.root}” is no folder of Hugo, Jekyll, Eleventy or Astro: none of their settings lie in it. Name the folder that hugo.toml, _config.yml, eleventy.config.js or astro.config.mjs is in.`,
    ru: `«${files.root}» — не папка Hugo, Jekyll, Eleventy или Astro: их настроек в ней нет. Назовите папку, где лежит hugo.toml, _config.yml, eleventy.config.js или astro.config.mjs.`,
  });
}
