import { stemOf } from './fields-from-above.ts';
import type { FolderFiles } from './folder-files.ts';
import { readPage, textsIn } from './read-page.ts';
import type { Site } from './site.ts';

/** Where texts stood, by all names that others call them by: one reading of all heads. */
export function knownAddresses(files: FolderFiles, site: Site): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  const add = (name: string, url: string) => {
    if (!addresses.has(name)) addresses.set(name, url);
  };
  for (const path of textsIn(files, site)) {
    const read = readPage(path, files, site);
    if (!('place' in read)) continue;
    const { url } = read.addresses;
    const plain = path.replace(/\.[a-z]{2,9}$/i, '').replace(/\/index$/, '');
    const root = site.texts.find((one) => one !== '' && path.startsWith(`${one}/`)) ?? '';
    const inside = root === '' ? path : path.slice(root.length + 1);
    for (const name of [path, inside, plain, plain.slice(root === '' ? 0 : root.length + 1)])
      add(name, url);
    // Jekyll’s post_url knows texts by their names alone, Hugo’s ref too.
    add(stemOf(path), url);
    add(path.slice(path.lastIndexOf('/') + 1), url);
  }
  return addresses;
}
