import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isMissing } from './journal.ts';
import { PublishError } from './publish-error.ts';

/** Locks held by this process: a lock file with its own number, but not here, was left by a killed namesake. */
const heldHere = new Set<string>();

/** Runs `work` while holding a lock file with this process's number. A lock left by a process that has ended is taken over. */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  await takeLock(file);
  heldHere.add(file);
  try {
    return await work();
  } finally {
    heldHere.delete(file);
    await rm(file, { force: true });
  }
}

async function takeLock(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  if (await createLock(file)) return;
  const holder = await readHolder(file);
  if (isRunning(file, holder)) throw lockedError(file, holder);
  await rm(file, { force: true });
  if (!(await createLock(file))) throw lockedError(file, await readHolder(file));
}

async function createLock(file: string): Promise<boolean> {
  try {
    await writeFile(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<number> {
  try {
    return Number.parseInt(await readFile(file, 'utf8'), 10);
  } catch (error) {
    if (isMissing(error)) return Number.NaN;
    throw error;
  }
}

function isRunning(file: string, holder: number): boolean {
  if (holder === process.pid) return heldHere.has(file);
  if (!(holder > 0)) return false;
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function lockedError(file: string, holder: number): PublishError {
  return new PublishError(
    'publish-locked',
    `Another run (process ${holder}) is publishing right now.`,
    `Wait until it has ended. If there is no such run, delete ${file}.`,
  );
}
