import { copyFile, lstat, mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { constants } from 'node:fs';
import { dirname, join } from 'node:path';
import { PARALLEL_FILES } from '../limits.ts';
import { mapBounded } from '../map-bounded.ts';
import { isMissing } from './journal.ts';
import type { ChangePlan } from './plan-changes.ts';

/** Called before each effect on the disk with its name and path; tests stop a run there. */
export type PublishStep = (effect: string, path: string) => void | Promise<void>;

/** Holds the files that are about to be put in place; inside the published folder, so that a rename suffices. */
export const STAGING_FOLDER = '.tamizdat-staged';

/** Copies the files to write into the staging folder, named by their number in the plan. Readers see nothing of it. */
export async function stageWrites(
  from: string,
  to: string,
  writes: readonly string[],
  step: PublishStep,
): Promise<void> {
  await step('stage-folder', STAGING_FOLDER);
  await mkdir(join(to, STAGING_FOLDER), { recursive: true });
  await mapBounded(writes, PARALLEL_FILES, async (path, index) => {
    await step('stage', path);
    await copyFile(join(from, path), stagedFile(to, index), constants.COPYFILE_FICLONE);
  });
}

/** Takes back whatever was staged. */
export async function dropStaged(to: string, step: PublishStep): Promise<void> {
  await step('drop-staged', STAGING_FOLDER);
  await rm(join(to, STAGING_FOLDER), { recursive: true, force: true });
}

/** Carries out a plan whose files are staged. What was done before a kill is skipped, so that it can be run again. */
export async function carryOut(to: string, plan: ChangePlan, step: PublishStep): Promise<void> {
  if (await isUntouched(to, plan)) await clearObstacles(to, plan, step);
  for (const [index, path] of plan.writes.entries()) {
    await step('rename', path);
    await putInPlace(stagedFile(to, index), join(to, path));
  }
  for (const path of plan.deletes) {
    await step('delete', path);
    await rm(join(to, path), { force: true });
  }
  for (const path of plan.emptied) {
    await step('remove-folder', path);
    await ignoreCodes(rmdir(join(to, path)), ['ENOENT', 'ENOTEMPTY', 'EEXIST']);
  }
  await dropStaged(to, step);
}

async function putInPlace(staged: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await ignoreCodes(rename(staged, target), ['ENOENT']);
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
    await rm(join(to, path), { recursive: true, force: true });
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
