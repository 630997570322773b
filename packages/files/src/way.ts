import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ForeignFileError } from './foreign-file-error.ts';
import type { Modes } from './modes.ts';

/**
 * Makes a folder with those above it that are missing.
 * @param modes Of the folders that are made; the umask's where absent. What is there already stays as it is.
 */
export function makeFolder(folder: string, modes?: Modes): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined || modes === undefined) return;
  for (let path = folder; ; path = dirname(path)) {
    chmodSync(path, modes.folder);
    if (path === first || path === dirname(path)) return;
  }
}

/**
 * Judges each folder on the way to a file below a folder, that folder not included: whoever named it may mean a link.
 * @param path From `root`, `/`-separated.
 * @returns whether all of them are there
 * @throws ForeignFileError for a link, or a file in a folder's place
 */
export function judgeWay(root: string, path: string): boolean {
  const steps = path.split('/').slice(0, -1);
  let at = root;
  for (const step of steps) {
    if (step === '' || step === '.' || step === '..') throw new ForeignFileError(join(at, step));
    at = join(at, step);
    const entry = lstatSync(at, { throwIfNoEntry: false });
    if (entry === undefined) return false;
    if (!entry.isDirectory()) throw new ForeignFileError(at);
  }
  return true;
}
