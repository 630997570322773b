import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { judgeChanges, judgeLinkedContent, type Judgement } from './judge-changes.ts';
import { loadChanges } from './load-changes.ts';

/**
 * Judges what the last commit of the repository around the content folder `root` changes since it left `base`, before
 * anything of it is read. Throws UsageError where git cannot tell.
 * @param isKit Whether a maintainer has said that it may change the kit, too.
 */
export async function judgePullRequest(
  root: string,
  base: string,
  isKit: boolean,
): Promise<Judgement> {
  const folder = path.resolve(root);
  if ((await lstat(folder)).isSymbolicLink()) return judgeLinkedContent(path.basename(folder));
  return judgeChanges(await loadChanges(root, base), isKit);
}
