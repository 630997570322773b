import { bundleScript } from '@tamizdat/bundle';

/**
 * The search page's script as one classic script, minified, to stand inline in the page (it holds no `</script`).
 * The page must allow by CSP, beside the script's own hash: `script-src 'self' 'wasm-unsafe-eval'` (the index's
 * loader is imported; its stemmer is WebAssembly) and `connect-src 'self'` (the index's data). No worker is used.
 */
export async function loadSearchScript(): Promise<string> {
  return (await bundleScript(new URL('./browser/main.ts', import.meta.url))).trim();
}
