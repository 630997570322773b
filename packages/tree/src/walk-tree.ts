import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mapBounded } from '@tamizdat/files';
import { PARALLEL_FILES } from './limits.ts';

export interface TreeFile {
  /** From the tree's root, `/`-separated. */
  path: string;
  /** Bytes. */
  size: number;
}

export interface TreeListing {
  files: TreeFile[];
  folders: string[];
  /** Symbolic links, sockets, devices: nothing that a tree may hold. Never followed. */
  others: string[];
}

/** Lists a folder without following links, each list in code-unit order. `skip` leaves out paths with all below. */
export async function walkTree(
  root: string,
  skip: (path: string) => boolean = () => false,
): Promise<TreeListing> {
  const listing: TreeListing = { files: [], folders: [], others: [] };
  const filePaths: string[] = [];
  let level = [''];
  while (level.length > 0) {
    const entries = (await mapBounded(level, PARALLEL_FILES, (at) => readFolder(root, at))).flat();
    const wanted = entries.filter(({ path }) => !skip(path));
    level = wanted.filter(({ entry }) => entry.isDirectory()).map(({ path }) => path);
    for (const { path, entry } of wanted) {
      if (entry.isDirectory()) listing.folders.push(path);
      else if (entry.isFile()) filePaths.push(path);
      else listing.others.push(path);
    }
  }
  listing.files = await mapBounded(filePaths.sort(), PARALLEL_FILES, async (path) => {
    const { size } = await lstat(join(root, path));
    return { path, size };
  });
  listing.folders.sort();
  listing.others.sort();
  return listing;
}

async function readFolder(root: string, at: string): Promise<{ path: string; entry: Dirent }[]> {
  const entries = await readdir(join(root, at), { withFileTypes: true });
  return entries.map((entry) => ({ path: at === '' ? entry.name : `${at}/${entry.name}`, entry }));
}

/** Gives every folder that `path` lies in, outermost first. */
export function listParents(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

/** Whether `path` is one of `roots` or lies in one of them. */
export function isWithin(path: string, roots: readonly string[]): boolean {
  return roots.some((root) => path === root || path.startsWith(`${root}/`));
}
