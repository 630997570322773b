import type { Address } from '@tamizdat/archive';
import { relativeLink } from '@tamizdat/tree';

/** What pages load after their text. */
export const LOADER = 'reader.js';

/** Milliseconds in which the loader comes over the page's connection, if it comes: it has some 1,200 bytes. */
const PATIENCE_MS = 4_000;

/**
 * The script that ends every page: brings the loader. Over HTTP/2 the page's one connection may be frozen by then, with a
 * picture on it: where the loader did not come, it is asked for without credentials, which browsers do over another
 * connection, and under an address of its own, as they wait for the first. The loader empties `u` when it has come. Every
 * page holds this: readers pay for each byte.
 */
export function bringLoader(address: Address): string {
  const path = relativeLink(address, LOADER);
  const loader = path.startsWith('.') ? path : `./${path}`;
  return `import(u="${loader}");setTimeout(()=>u&&fetch(u+="?",{credentials:"omit"}).then(()=>import(u)),${PATIENCE_MS / 1_000}e3)`;
}

/** It makes nothing that a rule of a page could match, but what pages have anyhow. */
export const LOADER_TAG = /<script>import\(u="[./]*reader\.js"\)[^<]*<\/script>/;
