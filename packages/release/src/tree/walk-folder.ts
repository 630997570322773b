import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lists a folder with all below it, links not followed, each list in code-unit order. A folder that is missing is
 * empty.
 * @param skip Paths at the top that are left out with all below.
 */
export function walkFolder(
  folder: string,
  skip: readonly string[] = [],
): { files: string[]; others: string[] } {
  const files: string[] = [];
  const others: string[] = [];
  const visit = (at: string): void => {
    const entries = readFolder(join(folder, at));
    // So deep that the system has no name for it, and no signed tree has either.
    if (entries === undefined) others.push(at);
    for (const entry of entries ?? []) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (skip.includes(path)) continue;
      if (entry.isDirectory()) visit(path);
      else (entry.isFile() ? files : others).push(path);
    }
  };
  visit('');
  return { files: files.sort(), others: others.sort() };
}

function readFolder(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return [];
    if (code === 'ENAMETOOLONG') return undefined;
    throw error;
  }
}
