import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

const styles = path.resolve(import.meta.dirname, '../../../site/src/styles');

/** Reads `x.css?inline` as text, as the site’s own build does. */
const inlineCss: Plugin = {
  name: 'inline-css',
  setup: (bundle) => {
    bundle.onResolve({ filter: /\.css\?inline$/ }, ({ path: wanted, resolveDir }) => ({
      path: path.resolve(resolveDir, wanted.replace(/\?inline$/, '')),
    }));
  },
};

/** The CSS of an article’s page with any text: the base, and what the site has for the parts of texts. */
export async function loadSiteStyles(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(styles, 'prose-styles.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
    loader: { '.css': 'text' },
    plugins: [inlineCss],
  });
  const address = `data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`;
  const { allProseStyles } = (await import(address)) as { allProseStyles: () => string };
  return (await readFile(path.join(styles, 'base.css'), 'utf8')) + allProseStyles();
}
