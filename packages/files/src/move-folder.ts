import { renameSync } from 'node:fs';
import path from 'node:path';
import { judgePlace } from './judge-place.ts';
import { prepareWay } from './way.ts';

/**
 * Gives a folder another place below the same root, with the folders above it.
 * @param from Absolute, or from `root`, as is `to`.
 * @throws ForeignFileError
 */
export function moveFolder(root: string, from: string, to: string): void {
  const source = judgePlace(root, from);
  renameSync(path.join(root, source), prepareWay(root, judgePlace(root, to)));
}
