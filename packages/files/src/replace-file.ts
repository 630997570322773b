import { lstatSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from './code-of.ts';
import { judgePlace } from './judge-place.ts';
import { nameRefusal } from './name-refusal.ts';
import { makePlace } from './place.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Gives a file new bytes, or makes it, with its folders. A link in its place is no file of ours, and is refused.
 * Permissions stay.
 * @param file Absolute, or from `root`.
 * @throws ForeignFileError
 */
export function replaceFile(root: string, file: string, bytes: string | Uint8Array): void {
  const inside = judgePlace(root, file);
  const mode = lstatSync(path.join(root, inside), { throwIfNoEntry: false })?.mode;
  const modes = mode === undefined ? {} : { modes: { file: mode & 0o777, folder: 0o777 } };
  writeWhole(inside, bytes, { root, isSynced: true, ...modes });
}

/**
 * Makes a file, with its folders, where nothing stands yet.
 * @param file Absolute, or from `root`.
 * @throws ForeignFileError; the file system's EEXIST where something stands there
 */
export function createFile(root: string, file: string, bytes: string | Uint8Array): void {
  makePlace(root, judgePlace(root, file), undefined, (place) => {
    try {
      // `wx` fails where anything stands, a link that leads nowhere included.
      nameRefusal(place, () => {
        writeFileSync(place, bytes, { flag: 'wx', flush: true });
      });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') rmSync(place, { force: true });
      throw error;
    }
  });
}
