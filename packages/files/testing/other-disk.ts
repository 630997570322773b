import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Memory as a folder, and the disk of this clone, in a place where git does not look. */
const PLACES = ['/dev/shm', path.join(import.meta.dirname, '../node_modules')];

/** A folder on another file system than temporary files are on: no link and no rename reaches it; undefined where there is none. */
export function otherDisk(): string | undefined {
  const { dev } = statSync(tmpdir());
  return PLACES.find((folder) => existsSync(folder) && statSync(folder).dev !== dev);
}
