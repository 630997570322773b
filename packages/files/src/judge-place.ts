import { lstatSync } from 'node:fs';
import path from 'node:path';
import { ForeignFileError } from './foreign-file-error.ts';
import { judgeWay } from './way.ts';

/**
 * Judges the whole way to a place, its last step too: a link there is not ours either.
 * @param place Absolute, or from `root`.
 * @returns the place from `root`, `/`-separated
 * @throws ForeignFileError also for a place that is not below `root`
 */
export function judgePlace(root: string, place: string): string {
  const absolute = path.resolve(root, place);
  const inside = path.relative(root, absolute).split(path.sep).join('/');
  if (/^(?:\.\.(?:\/|$)|$)/.test(inside) || path.isAbsolute(inside))
    throw new ForeignFileError(absolute);
  judgeWay(root, inside);
  if (lstatSync(absolute, { throwIfNoEntry: false })?.isSymbolicLink() === true)
    throw new ForeignFileError(absolute);
  return inside;
}
