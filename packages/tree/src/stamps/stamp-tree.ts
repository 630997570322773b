import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { visitFolder, writeStamp } from '@tamizdat/files';
import { listFolders, type TreeListing } from '../walk-tree.ts';

/** Stamps of files, as `writeStamp` takes them, by tree path. */
export type TreeStamps = Map<string, string>;

/**
 * Takes the stamps of everything below a folder but folders, links not followed.
 * @param skip Names at the top that are left out with all below.
 * @throws The file system's error when there is no folder.
 */
export function stampTree(folder: string, skip: readonly string[] = []): TreeStamps {
  // A tree that is not there is none without files.
  lstatSync(folder);
  const stamps: TreeStamps = new Map();
  visitFolder(
    folder,
    (path) => skip.includes(path),
    (path, kind) => {
      if (kind !== 'folders') stamps.set(path, stampOf(folder, path));
    },
  );
  return stamps;
}

/**
 * Whether a tree holds exactly what has these stamps: {@link compareStamps} would tell nothing. Keeps no stamps, which would
 * be a quarter of its work, and looks no further than to the first that differs.
 * @throws The file system's error when there is no folder.
 */
export function isStamped(
  folder: string,
  stamps: TreeStamps,
  skip: readonly string[] = [],
): boolean {
  lstatSync(folder);
  const found = { others: 0, seen: 0 };
  visitFolder(
    folder,
    (path) => found.others > 0 || skip.includes(path),
    (path, kind) => {
      if (kind === 'folders') return;
      found.seen += 1;
      if (stamps.get(path) !== stampOf(folder, path)) found.others += 1;
    },
  );
  return found.others === 0 && found.seen === stamps.size;
}

const stampOf = (folder: string, path: string): string =>
  writeStamp(lstatSync(`${folder}/${path}`, { bigint: true }));

/** What a tree is made of whose files have these stamps: regular files, and the folders that they need. */
export function listStamped(stamps: TreeStamps): TreeListing {
  const files = [...stamps].map(([path, stamp]) => ({ path, size: sizeOf(stamp) }));
  return { files, folders: listFolders(stamps.keys()), others: [] };
}

/** Bytes of a file, as its stamp tells. */
const sizeOf = (stamp: string): number => Number(stamp.slice(0, stamp.indexOf(' ')));

/** Takes stamps anew, of some files of a tree; those that are gone are left out. */
export function stampFiles(folder: string, paths: Iterable<string>): TreeStamps {
  const stamps: TreeStamps = new Map();
  for (const path of paths) {
    const stats = lstatSync(join(folder, path), { bigint: true, throwIfNoEntry: false });
    if (stats && !stats.isDirectory()) stamps.set(path, writeStamp(stats));
  }
  return stamps;
}

/** Gives the paths that are new, gone, or may have other bytes, in code-unit order. */
export function compareStamps(before: TreeStamps, after: TreeStamps): string[] {
  const changed: string[] = [];
  for (const path of before.keys()) if (!after.has(path)) changed.push(path);
  for (const [path, stamp] of after) if (before.get(path) !== stamp) changed.push(path);
  return changed.sort();
}

/** Whether two stamps differ at most in what a new link to the file changes: the time of a change of anything. */
export function isSameButForLinks(one: string, other: string): boolean {
  const bytes = (stamp: string): string => stamp.split(' ').toSpliced(2, 1).join(' ');
  return bytes(one) === bytes(other);
}
