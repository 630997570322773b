import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleScript } from '@tamizdat/bundle';
import { loadSiteStyles } from './site-styles.ts';

const browser = path.resolve(import.meta.dirname, '../browser');

/** What stands in for parts that are programs for servers, by the name they are imported by. */
export const STAND_INS: Readonly<Record<string, string>> = {
  satteri: path.join(browser, 'stand-ins/markdown-parser.ts'),
  'node:fs/promises': path.join(browser, 'stand-ins/node-files.ts'),
};

/** The room’s script, for browsers: the schema, its checks and the renderer as they are, what is Node’s replaced. */
export async function bundleRoomScript(): Promise<string> {
  return bundleScript(pathToFileURL(path.join(browser, 'main.ts')), {
    target: 'es2022',
    define: { SITE_STYLES: JSON.stringify(await loadSiteStyles()) },
    alias: STAND_INS,
  });
}
