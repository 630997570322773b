import path from 'node:path';
import { build } from 'esbuild';
import { loadSiteStyles } from './site-styles.ts';

const browser = path.resolve(import.meta.dirname, '../browser');

/** What stands in for parts that are programs for servers, by the name they are imported by. */
export const STAND_INS: Readonly<Record<string, string>> = {
  satteri: path.join(browser, 'stand-ins/markdown-parser.ts'),
  'node:fs/promises': path.join(browser, 'stand-ins/node-files.ts'),
};

/** The room’s script, for browsers: the schema, its checks and the renderer as they are, what is Node’s replaced. */
export async function bundleScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(browser, 'main.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    define: { SITE_STYLES: JSON.stringify(await loadSiteStyles()) },
    alias: STAND_INS,
  });
  return outputFiles[0]?.text ?? '';
}
