import { lstatSync, rmSync } from 'node:fs';
import path from 'node:path';
import { judgePlace } from './judge-place.ts';
import { makeFolderFor } from './make-folder-for.ts';
import { Part } from './part.ts';

/** A file of a folder: its name, and what is to be in it. */
export type NamedBytes = readonly [name: string, bytes: string | Uint8Array];

/**
 * Gives files of one folder new bytes, or makes them, with their folder: all of them are on the disk before the first takes
 * its place, and whatever goes wrong leaves none that was not there. A link in a place is no file of ours, and is refused.
 * @param folder Absolute.
 * @throws ForeignFileError; errors of the file system
 */
export function replaceFiles(folder: string, files: readonly NamedBytes[]): void {
  const takeAway = makeFolderFor(folder);
  const parts: { part: Part; place: string }[] = [];
  const made: string[] = [];
  try {
    for (const [name, bytes] of files) {
      const place = path.join(folder, judgePlace(folder, name));
      parts.push({ part: writePart(place, bytes), place });
    }
    for (const { part, place } of parts) {
      const isNew = lstatSync(place, { throwIfNoEntry: false }) === undefined;
      part.place(place, true);
      if (isNew) made.push(place);
    }
  } catch (error) {
    for (const { part } of parts) part.drop();
    for (const place of made) rmSync(place, { force: true });
    takeAway();
    throw error;
  }
}

/** Permissions of what stands in the place stay. */
function writePart(place: string, bytes: string | Uint8Array): Part {
  const mode = lstatSync(place, { throwIfNoEntry: false })?.mode;
  const modes = mode === undefined ? undefined : { file: mode & 0o777, folder: 0o777 };
  let part: Part | undefined;
  try {
    part = new Part(path.dirname(place), modes);
    part.write(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    return part;
  } catch (error) {
    part?.drop();
    // People know the file, and not its part.
    if (error instanceof Error && 'syscall' in error) Object.assign(error, { dest: place });
    throw error;
  }
}
