import { renameSync } from 'node:fs';
import { ForeignFileError } from './foreign-file-error.ts';
import { judgePlace } from './judge-place.ts';
import { makePlace, reachPlace } from './place.ts';

/**
 * Gives a folder another place below the same root, with the folders above it.
 * @param from Absolute, or from `root`, as is `to`.
 * @throws ForeignFileError for a link on either way, or nothing to move
 */
export function moveFolder(root: string, from: string, to: string): void {
  const target = judgePlace(root, to);
  const isMoved = reachPlace(root, judgePlace(root, from), (source) => {
    makePlace(root, target, undefined, (place) => {
      renameSync(source, place);
    });
    return true;
  });
  if (isMoved !== true) throw new ForeignFileError(from);
}
