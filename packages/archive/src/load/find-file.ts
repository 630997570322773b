import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The place on disk of a file that an article names: a Cyrillic name may be spelled in either
 * Unicode normalisation there. `folder` is relative to the content folder `root`. Undefined where
 * there is none.
 */
export async function findFile(
  root: string,
  folder: string,
  name: string,
): Promise<string | undefined> {
  const wanted = name.normalize('NFC');
  const names = await readdir(join(root, folder)).catch(() => []);
  const found = names.find((given) => given.normalize('NFC') === wanted);
  return found === undefined ? undefined : join(root, folder, found);
}
