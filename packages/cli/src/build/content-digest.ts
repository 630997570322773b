import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * SHA-256 over names and bytes of all files of a folder, in code-unit order of their names.
 * @param skip Name at the top that is left out with all below.
 */
export async function digestFolder(folder: string, skip: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const skipped = path.join(folder, skip);
  const files = entries
    .filter((entry) => entry.isFile() && entry.parentPath !== skipped)
    .map((entry) => path.join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const bytes = await readFile(file);
    hash.update(`${path.relative(folder, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
