import { type BigIntStats, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What tells without reading a file whether it is still the one that was read, by tree path: size, times of its last
 * change of bytes and of anything, and inode, as git's index keeps them. A stamp that is the same means the same bytes;
 * another one means nothing.
 */
export type TreeStamps = Map<string, string>;

/**
 * Takes the stamps of everything below a folder but folders, links not followed.
 * @param skip Names at the top that are left out with all below.
 */
export function stampTree(folder: string, skip: readonly string[] = []): TreeStamps {
  const stamps: TreeStamps = new Map();
  const visit = (at: string): void => {
    for (const entry of readdirSync(join(folder, at), { withFileTypes: true })) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (at === '' && skip.includes(path)) continue;
      if (entry.isDirectory()) visit(path);
      else stamps.set(path, writeStamp(lstatSync(join(folder, path), { bigint: true })));
    }
  };
  visit('');
  return stamps;
}

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
  const gone = [...before.keys()].filter((path) => !after.has(path));
  const other = [...after].filter(([path, stamp]) => before.get(path) !== stamp);
  return [...gone, ...other.map(([path]) => path)].sort();
}

/**
 * Whether a file was written long enough before a moment that a later change cannot have left the same stamp: clocks
 * of file systems are coarse.
 * @param moment Milliseconds since 1970 at which the stamp was taken.
 */
export function isSettled(stamp: string, moment: number): boolean {
  const [, changed = '0'] = stamp.split(' ');
  return Number(BigInt(changed) / 1_000_000n) < moment - COARSEST_CLOCK_MS;
}

/** Whether two stamps differ at most in what a new link to the file changes: the time of a change of anything. */
export function isSameButForLinks(one: string, other: string): boolean {
  const bytes = (stamp: string): string => stamp.split(' ').toSpliced(2, 1).join(' ');
  return bytes(one) === bytes(other);
}

/** FAT keeps even seconds. */
const COARSEST_CLOCK_MS = 3_000;

function writeStamp({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}
