import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Does some work with an empty folder that is gone afterwards: what is rendered stands there until it is checked. What a
 * killed run left is taken away.
 * @param state Folder of state: on the disk of the tree in most places, so that files can share their bytes.
 */
export async function withRendered<Result>(
  state: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const parent = path.join(state, 'rendered');
  // A link there came with a cache of somebody else: what is behind it is not ours to empty.
  if (lstatSync(parent, { throwIfNoEntry: false })?.isDirectory() === false) remove(parent);
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const pid = OURS.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) remove(path.join(parent, name));
  }
  const folder = mkdtempSync(path.join(parent, `${process.pid}-`));
  try {
    return await work(folder);
  } finally {
    remove(folder);
  }
}

const OURS = /^(\d{1,10})-\w{6}$/;

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
