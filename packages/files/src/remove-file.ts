import { lstatSync, readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './code-of.ts';
import { ForeignFileError } from './foreign-file-error.ts';
import { reachPlace } from './place.ts';

/**
 * Deletes a file below a folder that others can write to. One that is not there is no fault; a link is deleted itself.
 * @param path From `root`, `/`-separated.
 * @returns whether it was there
 * @throws ForeignFileError for a link on the way, or a folder in the file's place
 */
export function removeFile(root: string, path: string): boolean {
  const isGone = reachPlace(root, path, (place) => {
    if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === true)
      throw new ForeignFileError(join(root, path));
    return remove(unlinkSync, place);
  });
  return isGone ?? false;
}

/**
 * Deletes an empty folder below a folder that others can write to.
 * @param path From `root`, `/`-separated.
 * @returns whether it was there, and empty
 * @throws ForeignFileError for a link on the way, or what is no folder in its place
 */
export function removeEmptyFolder(root: string, path: string): boolean {
  try {
    return reachPlace(root, path, (place) => remove(rmdirSync, place)) ?? false;
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') throw new ForeignFileError(join(root, path));
    if (isFull(error)) return false;
    throw error;
  }
}

/**
 * Deletes a file, or a folder with all that is in it, below a folder that others can write to. Nothing is deleted
 * behind a link; what is not there is no fault.
 * @param path From `root`, `/`-separated.
 * @throws ForeignFileError for a link on the way; ENOTEMPTY where somebody goes on to fill a folder
 */
export function removeAll(root: string, path: string): void {
  const left = [path];
  const emptied = new Set<string>();
  for (let at = left.at(-1); at !== undefined; at = left.at(-1)) {
    const names = removeOrList(root, at, emptied);
    emptied.add(at);
    if (names.length === 0) left.pop();
    else for (const name of names) left.push(`${at}/${name}`);
  }
}

/** @returns what is in a folder that is not empty; nothing for what is gone now */
function removeOrList(root: string, path: string, emptied: ReadonlySet<string>): string[] {
  const names = reachPlace(root, path, (place) => {
    const isFolder = lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
    try {
      remove(isFolder ? rmdirSync : unlinkSync, place);
      return [];
    } catch (error) {
      if (!isFull(error) || emptied.has(path)) throw error;
      return readdirSync(place);
    }
  });
  return names ?? [];
}

const isFull = (error: unknown): boolean =>
  codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST';

function remove(act: (place: string) => void, place: string): boolean {
  try {
    act(place);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
