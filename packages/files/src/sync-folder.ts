import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Has names that were given in a folder on the disk: what is written after it cannot be there without them. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows opens no folder, and some network disks sync none: there the system writes within seconds by itself.
  }
}
