import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { type FolderListing, mapBounded, walkFolder } from '@tamizdat/files';
import { PARALLEL_FILES } from './limits.ts';

export interface TreeFile {
  /** From the tree's root, `/`-separated. */
  path: string;
  /** Bytes. */
  size: number;
}

/** What a folder holds; others than files are nothing that a tree may hold. */
export interface TreeListing extends Omit<FolderListing, 'files'> {
  files: TreeFile[];
}

/** Lists a folder as {@link walkFolder} does, with the sizes of its files. */
export async function walkTree(
  root: string,
  skip?: (path: string) => boolean,
): Promise<TreeListing> {
  const { files, ...others } = walkFolder(root, skip);
  const sized = await mapBounded(files, PARALLEL_FILES, async (path) => {
    const { size } = await lstat(join(root, path));
    return { path, size };
  });
  return { ...others, files: sized };
}

/** Gives every folder that `path` lies in, outermost first. */
export function listParents(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

/** Gives every folder that some of the paths lie in, in code-unit order. */
export function listFolders(paths: Iterable<string>): string[] {
  const folders = new Set<string>();
  for (const path of paths)
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      // Whoever added it added what it lies in.
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  return [...folders].sort();
}

/** Whether `path` is one of `roots` or lies in one of them. */
export function isWithin(path: string, roots: readonly string[]): boolean {
  return roots.some((root) => path === root || path.startsWith(`${root}/`));
}
