import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * The search page's script as one classic script, minified, to stand inline in the page (it holds no `</script`).
 * The page must allow by CSP, beside the script's own hash: `script-src 'self' 'wasm-unsafe-eval'` (the index's
 * loader is imported; its stemmer is WebAssembly) and `connect-src 'self'` (the index's data). No worker is used.
 */
export async function loadSearchScript(): Promise<string> {
  const result = await build({
    // The folder in which the process began may be gone.
    absWorkingDir: import.meta.dirname,
    entryPoints: [fileURLToPath(new URL('./browser/main.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2018',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return (result.outputFiles[0]?.text ?? '').trim();
}
