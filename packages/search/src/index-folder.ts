import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IndexFile } from 'pagefind';
import { SearchIndexError } from './search-index-error.ts';

/**
 * Makes a folder hold exactly these files. It must be missing, empty or a former index.
 * @throws SearchIndexError when something else stands there; nothing is deleted then
 */
export async function writeIndexFolder(folder: string, files: readonly IndexFile[]): Promise<void> {
  const present = await listFolder(folder);
  if (present.length > 0 && !present.includes('pagefind.js')) throw strangeFolder(present);
  await rm(folder, { recursive: true, force: true });
  for (const file of files) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.content);
  }
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new SearchIndexError([
      {
        code: 'search-folder-unreadable',
        message: `the output folder cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`,
        remedy: 'give the path of a folder that may be written',
      },
    ]);
  }
}

function strangeFolder(present: readonly string[]): SearchIndexError {
  return new SearchIndexError([
    {
      code: 'search-folder-not-index',
      message: `the output folder holds something else: ${[...present].sort().slice(0, 3).join(', ')}`,
      remedy: 'give an empty folder, for example search/en in the tree',
    },
  ]);
}
