import { dirname } from 'node:path';
import type { Modes } from './modes.ts';
import { Part } from './part.ts';
import { makePlace } from './place.ts';
import { makeFolder } from './way.ts';

export interface WriteOptions {
  /**
   * A folder that others can write to as well, from which the path counts (`/`-separated): no step below it may be a
   * link. Where absent nobody else can write there, and links on the way are meant.
   */
  root?: string;
  /** Of the file, and of folders that are made for it; the umask's where absent. */
  modes?: Modes;
  /** Whether its bytes are on the disk before it takes its place, and its name before this returns. */
  isSynced?: boolean;
}

/**
 * Writes a file beside its place and renames it, so that nobody sees half of it. A link in its place is replaced, not
 * followed.
 * @throws ForeignFileError for a link on the way below `root`; errors of the file system
 */
export function writeWhole(
  path: string,
  bytes: Uint8Array | string,
  { root, modes, isSynced }: WriteOptions = {},
): void {
  const write = (place: string): void => {
    writePart(place, bytes, modes, isSynced);
  };
  if (root !== undefined) {
    makePlace(root, path, modes, write);
    return;
  }
  makeFolder(dirname(path), modes);
  write(path);
}

function writePart(
  place: string,
  bytes: Uint8Array | string,
  modes: Modes | undefined,
  isSynced?: boolean,
): void {
  let part: Part | undefined;
  try {
    part = new Part(dirname(place), modes);
    part.write(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    part.place(place, isSynced);
  } catch (error) {
    part?.drop();
    // People know the file, and not its part.
    if (error instanceof Error && 'syscall' in error) Object.assign(error, { dest: place });
    throw error;
  }
}
