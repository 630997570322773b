import { existsSync } from 'node:fs';
import path from 'node:path';

/** Names of folders that programs copy elsewhere, and what these are called. */
const NAMES: readonly [RegExp, string][] = [
  [/^dropbox/i, 'Dropbox'],
  [/^onedrive/i, 'OneDrive'],
  [/^(?:google ?drive|my drive|drivefs)/i, 'Google Drive'],
  [/^(?:mobile documents|icloud)/i, 'iCloud'],
  [/^(?:yandex\.?disk|яндекс\.?диск)/i, 'Yandex Disk'],
  [/^(?:nextcloud|owncloud)/i, 'Nextcloud'],
  [/^mega(?:sync)?$/i, 'MEGA'],
];

/** What such a program leaves in the folder that it copies. */
const MARKS: readonly [string, string][] = [
  ['.stfolder', 'Syncthing'],
  ['.dropbox', 'Dropbox'],
  ['.sync', 'Resilio Sync'],
];

/** The program that copies a folder elsewhere, as far as names on the way there tell. */
export function findSynced(folder: string): string | undefined {
  const parts = path.resolve(folder).split(path.sep);
  const byName = parts.flatMap((part) => NAMES.find(([name]) => name.test(part))?.[1] ?? []);
  const above = parts.map((_, at) => parts.slice(0, at + 1).join(path.sep) || path.sep);
  const byMark = above.flatMap((place) =>
    MARKS.flatMap(([mark, program]) => (existsSync(path.join(place, mark)) ? [program] : [])),
  );
  return byName[0] ?? byMark[0];
}
