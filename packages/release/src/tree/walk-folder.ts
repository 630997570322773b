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
    for (const entry of readFolder(join(folder, at))) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (skip.includes(path)) continue;
      if (entry.isDirectory()) visit(path);
      else (entry.isFile() ? files : others).push(path);
    }
  };
  visit('');
  return { files: files.sort(), others: others.sort() };
}

function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
