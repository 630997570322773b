import path from 'node:path';
import { build, type Plugin } from 'esbuild';

const browser = path.resolve(import.meta.dirname, '../browser');
const siteStyles = path.resolve(import.meta.dirname, '../../../site/src/styles');

/** What stands in for parts that are programs for servers, by the name they are imported by. */
export const STAND_INS: Readonly<Record<string, string>> = {
  satteri: path.join(browser, 'stand-ins/markdown-parser.ts'),
  'node:crypto': path.join(browser, 'stand-ins/node-crypto.ts'),
  'node:fs/promises': path.join(browser, 'stand-ins/node-files.ts'),
};

/** Reads `x.css?inline` as text, as the site’s own build does. */
const inlineCss: Plugin = {
  name: 'inline-css',
  setup: (bundle) => {
    bundle.onResolve({ filter: /\.css\?inline$/ }, ({ path: wanted, resolveDir }) => ({
      path: path.resolve(resolveDir, wanted.replace(/\?inline$/, '')),
    }));
  },
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
    loader: { '.css': 'text' },
    plugins: [inlineCss],
    alias: {
      ...STAND_INS,
      'site-base-styles': path.join(siteStyles, 'base.css'),
      'site-prose-styles': path.join(siteStyles, 'prose-styles.ts'),
    },
  });
  return outputFiles[0]?.text ?? '';
}
