import { createHash } from 'node:crypto';

/**
 * SHA-256 over paths and digests of all files of a content folder, in code-unit order of their paths.
 * @param skip Folder at the top that is left out with all below.
 */
export function digestContent(digests: ReadonlyMap<string, string>, skip: string): string {
  const hash = createHash('sha256');
  for (const path of [...digests.keys()].sort())
    if (!path.startsWith(`${skip}/`)) hash.update(`${path}\0${digests.get(path) ?? ''}\0`);
  return hash.digest('hex');
}
