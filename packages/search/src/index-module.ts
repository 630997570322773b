import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const QUERY = fileURLToPath(new URL('./browser/ask-index.ts', import.meta.url));
const LOADER = 'pagefind-loader';

/**
 * The module that a search page imports, `pagefind.js`: Pagefind's loader and what asks it, in one file, because a
 * query must be folded as this very index was. Minified.
 */
export async function buildIndexModule(loader: string): Promise<string> {
  const result = await build({
    stdin: {
      contents: `export { createInstance } from '${LOADER}';\nexport { askIndex } from ${JSON.stringify(QUERY)};`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    plugins: [textModule(LOADER, loader)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2018',
    supported: { 'import-meta': true },
    charset: 'utf8',
    legalComments: 'inline',
    write: false,
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

/** Lets a text be imported by a name. */
function textModule(name: string, contents: string): Plugin {
  return {
    name,
    setup: (bundle) => {
      bundle.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({
        path: name,
        namespace: name,
      }));
      bundle.onLoad({ filter: /./, namespace: name }, () => ({ contents, loader: 'js' }));
    },
  };
}
