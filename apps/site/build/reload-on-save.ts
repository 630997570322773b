import path from 'node:path';
import { SETTLE_MS } from '../src/preview/limits.ts';
import { readOwnSettings } from '../src/settings.ts';
import type { VitePlugin } from './vite-plugin.ts';

/** Has browsers ask again for the page they show in the live preview, once something in the content was saved. */
export function reloadOnSave(): VitePlugin {
  return {
    name: 'tamizdat:reload-on-save',
    configureServer({ watcher, ws }) {
      const { contentFolder } = readOwnSettings(process.env, process.cwd());
      let settling: NodeJS.Timeout | undefined;
      watcher.add(contentFolder);
      watcher.on('all', (_event, file) => {
        if (!file.startsWith(contentFolder + path.sep)) return;
        clearTimeout(settling);
        settling = setTimeout(() => {
          ws.send({ type: 'full-reload' });
        }, SETTLE_MS);
      });
    },
  };
}
