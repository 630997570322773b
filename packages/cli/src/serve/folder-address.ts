import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Where a request for a folder without its slash is sent, as hosts do: links of its index document are relative, and
 * would lead a level too high. The address is relative, so that it cannot leave the host.
 *
 * @param tree Absolute.
 * @param url Path and query of a request, as it came.
 * @returns undefined where the tree has no such folder with an index document.
 */
export function findFolderAddress(tree: string, url: string): string | undefined {
  const [, address = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(url) ?? [];
  const last = address.slice(address.lastIndexOf('/') + 1);
  const name = decodePath(last);
  const folder = path.join(tree, decodePath(address));
  const isInside = folder.startsWith(`${tree}${path.sep}`);
  if (!isInside || name === '' || name === '.' || name === '..') return undefined;
  return existsSync(path.join(folder, 'index.html')) ? `./${last}/${query}` : undefined;
}

/** Escaped slashes stay escaped. Empty where an escape is broken: nothing is found there. */
function decodePath(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return '';
  }
}
