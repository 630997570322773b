import { lstatSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { writeStamp } from '@tamizdat/files';
import { UNSETTLED_MAX } from '../limits.ts';
import { digestFile } from '../load/digest-file.ts';
import { type ContentFile, type ContentWalk, walkContent } from '../load/walk-content.ts';
import type { KeptDigest } from './kept-digest.ts';

export { type ContentWalk, walkContent } from '../load/walk-content.ts';
export { isKeptDigest, type KeptDigest } from './kept-digest.ts';

/**
 * Whether a content folder holds exactly the files that it held when they were read, each with the same bytes. Believes the
 * stamps that `ContentIndex` believes and no others, and loads nothing of what was made of the files. Not so either
 * where the walk has something to tell, or where more files than {@link UNSETTLED_MAX} would have to be opened.
 * @param root The content folder.
 * @param known Every file as it was read.
 * @param tellWalk Is told what the folder holds, for who reads it then.
 * @throws errors of the file system where there is no such folder
 */
export function isUnchanged(
  root: string,
  known: readonly KeptDigest[],
  tellWalk: (walk: ContentWalk) => void = () => undefined,
): boolean {
  const walk = walkContent(root, basename(resolve(root)));
  tellWalk(walk);
  const { files, problems } = walk;
  if (problems.length > 0 || files.length !== known.length) return false;
  const before = new Map(known.map((file) => [file[0], file]));
  let opened = 0;
  return files.every((file) => {
    const kept = before.get(file.path);
    if (kept === undefined || stampOf(root, file) !== kept[1]) return false;
    if (kept[2]) return true;
    opened += 1;
    return opened <= UNSETTLED_MAX && digestFile(join(root, file.onDisk)) === kept[3];
  });
}

function stampOf(root: string, { onDisk }: ContentFile): string | undefined {
  const stats = lstatSync(join(root, onDisk), { bigint: true, throwIfNoEntry: false });
  return stats?.isFile() === true ? writeStamp(stats) : undefined;
}
