import type { VitePlugin } from './vite-plugin.ts';

/**
 * Lets the preview server answer at the addresses of the finished tree: `x.html` is the page `x`, `index.html` its folder.
 * Only pages are written with `.html`; every other file keeps its name.
 */
export function htmlAddresses(): VitePlugin {
  return {
    name: 'tamizdat:html-addresses',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        request.url = request.url?.replace(/(?:\/index)?\.html(?=$|[?#])/, (end) =>
          end.startsWith('/index') ? '/' : '',
        );
        next();
      });
    },
  };
}
