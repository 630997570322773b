import { fileURLToPath } from 'node:url';
import { bundleScript, type Plugin } from '@tamizdat/bundle';

const OPENING = fileURLToPath(new URL('./browser/open-index.ts', import.meta.url));
const LOADER = 'pagefind-loader';

const MODULE = `import { PagefindInstance } from '${LOADER}';
import { openIndex } from ${JSON.stringify(OPENING)};
export const open = (place) => openIndex(PagefindInstance, place);`;

/**
 * The module that a search page imports, `pagefind.js`: Pagefind's loader and what asks it, in one file, because a
 * query must be folded as this very index was. Minified.
 */
export async function buildIndexModule(loader: string): Promise<string> {
  return bundleScript(
    { contents: MODULE, folder: new URL('.', import.meta.url) },
    {
      plugins: [textModule(LOADER, withClass(loader))],
      format: 'esm',
      supported: { 'import-meta': true },
      legalComments: 'inline',
    },
  );
}

/**
 * The loader, which gives in place of its own exports, the last of its statements, the one class that asks an index: the
 * rest, a fifth of it, starts workers and joins indexes. A Pagefind without the class fails in a build, not at a reader's.
 */
function withClass(loader: string): string {
  const exports = loader.lastIndexOf('export{');
  if (exports === -1) throw new Error('Pagefind’s loader exports nothing');
  return `${loader.slice(0, exports)}export{PagefindInstance};`;
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
