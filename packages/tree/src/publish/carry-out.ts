import { chmod, copyFile, lstat, mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import { judgeWay, prepareWay, PUBLIC, removeFile } from '@tamizdat/files';
import { PARALLEL_FILES } from '../limits.ts';
import { mapBounded } from '../map-bounded.ts';
import { isMissing } from './journal.ts';
import type { ChangePlan } from './plan-changes.ts';

/** Called before each effect on the disk with its name and path; tests stop a run there. */
export type PublishStep = (effect: string, path: string) => void | Promise<void>;

/** Holds the files that are about to be put in place; inside the published folder, so that a rename suffices. */
export const STAGING_FOLDER = '.tamizdat-staged';

/**
 * Copies the files to write into the staging folder, named by their number in the plan. Readers see nothing of it, and
 * nobody else can write there: whatever stood in its place, a link too, is taken away first. The copies are for readers,
 * whatever rights the build's files have.
 */
export async function stageWrites(
  from: string,
  to: string,
  writes: readonly string[],
  step: PublishStep,
): Promise<void> {
  await step('stage-folder', STAGING_FOLDER);
  const folder = join(to, STAGING_FOLDER);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  await mapBounded(writes, PARALLEL_FILES, async (path, index) => {
    await step('stage', path);
    const staged = stagedFile(to, index);
    await copyFile(join(from, path), staged, COPY);
    await chmod(staged, PUBLIC.file);
  });
}

/** Only where nothing stands yet, without copying bytes where the file system can share them. */
const COPY = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;

/** Takes back whatever was staged. */
export async function dropStaged(to: string, step: PublishStep): Promise<void> {
  await step('drop-staged', STAGING_FOLDER);
  await rm(join(to, STAGING_FOLDER), { recursive: true, force: true });
}

/**
 * Carries out a plan whose files are staged. What was done before a kill is skipped, so that it can be run again.
 * @throws ForeignFileError for a link that somebody has put on the way since: nothing is written or deleted behind it
 */
export async function carryOut(to: string, plan: ChangePlan, step: PublishStep): Promise<void> {
  judgeWay(to, `${STAGING_FOLDER}/0`);
  if (await isUntouched(to, plan)) await clearObstacles(to, plan, step);
  for (const [index, path] of plan.writes.entries()) {
    await step('rename', path);
    await ignoreCodes(rename(stagedFile(to, index), prepareWay(to, path, PUBLIC)), ['ENOENT']);
  }
  for (const path of plan.deletes) {
    await step('delete', path);
    removeFile(to, path);
  }
  for (const path of plan.emptied) {
    await step('remove-folder', path);
    if (!judgeWay(to, path)) continue;
    await ignoreCodes(rmdir(join(to, path)), ['ENOENT', 'ENOTEMPTY', 'EEXIST']);
  }
  await dropStaged(to, step);
}

function stagedFile(to: string, index: number): string {
  return join(to, STAGING_FOLDER, String(index));
}

/** Once the first file is in place, what stands where an obstacle stood is new. */
async function isUntouched(to: string, plan: ChangePlan): Promise<boolean> {
  if (plan.writes.length === 0) return true;
  try {
    await lstat(stagedFile(to, 0));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function clearObstacles(to: string, plan: ChangePlan, step: PublishStep): Promise<void> {
  for (const path of plan.obstacles) {
    await step('clear', path);
    if (judgeWay(to, path)) await rm(join(to, path), { recursive: true, force: true });
  }
}

async function ignoreCodes(operation: Promise<void>, codes: readonly string[]): Promise<void> {
  try {
    await operation;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code !== 'string' || !codes.includes(code)) throw error;
  }
}
