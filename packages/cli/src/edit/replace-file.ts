import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ulid } from 'ulid';

/**
 * Gives a file new bytes at once: they are written beside it, to the disk, and renamed over it, so
 * that a crash leaves the old or the new. The file's permissions stay.
 */
export async function replaceFile(file: string, bytes: string | Uint8Array): Promise<void> {
  const { mode } = await stat(file);
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${ulid()}.new`);
  try {
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
