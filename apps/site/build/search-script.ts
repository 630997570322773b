import { loadSearchScript } from '@tamizdat/search';
import type { VitePlugin } from './vite-plugin.ts';

const NAME = 'virtual:search-script';
const RESOLVED = `\0${NAME}`;

/** Gives templates the search page's script as text: it is bundled when the templates are compiled, not when a page is rendered. */
export function searchScript(): VitePlugin {
  return {
    name: 'tamizdat:search-script',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: async (id) =>
      id === RESOLVED ? `export default ${JSON.stringify(await loadSearchScript())};` : undefined,
  };
}
