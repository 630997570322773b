import { loadReaderScripts } from '@tamizdat/reader';
import { loadSearchScript } from '@tamizdat/search';
import { loadTakeAlongScript } from '@tamizdat/take-along/script';
import type { VitePlugin } from './vite-plugin.ts';

/** Scripts for browsers, by the names under which templates import them: they are bundled when the templates are compiled. */
const SCRIPTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'virtual:search-script': loadSearchScript,
  'virtual:reader-scripts': loadReaderScripts,
  'virtual:take-along-script': loadTakeAlongScript,
};

/** Gives templates the scripts of pages as text: they are bundled when the templates are compiled, not when a page is rendered. */
export function browserScripts(): VitePlugin {
  return {
    name: 'tamizdat:browser-scripts',
    resolveId: (id) => (Object.hasOwn(SCRIPTS, id) ? `\0${id}` : undefined),
    load: async (id) => {
      const script = await SCRIPTS[id.slice(1)]?.();
      return id.startsWith('\0') && script !== undefined
        ? `export default ${JSON.stringify(script)};`
        : undefined;
    },
  };
}
