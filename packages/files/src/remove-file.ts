import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ForeignFileError } from './foreign-file-error.ts';
import { judgeWay } from './way.ts';

/**
 * Deletes a file below a folder that others can write to. One that is not there is no fault; a link is deleted itself.
 * @param path From `root`, `/`-separated.
 * @returns whether it was there
 * @throws ForeignFileError for a link on the way, or a folder in the file's place
 */
export function removeFile(root: string, path: string): boolean {
  if (!judgeWay(root, path)) return false;
  const place = join(root, path);
  const entry = lstatSync(place, { throwIfNoEntry: false });
  if (entry === undefined) return false;
  if (entry.isDirectory()) throw new ForeignFileError(place);
  rmSync(place, { force: true });
  return true;
}
