import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Has the system write to the disk what it still holds: after a loss of power names must not stand for nothing. */
export async function flush(folder: string): Promise<void> {
  // Where there is no such program, the system writes within seconds by itself.
  await promisify(execFile)('sync', ['-f', folder]).catch(() => undefined);
}
