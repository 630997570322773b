import { constants, existsSync, renameSync } from 'node:fs';
import { chmod, copyFile, lstat, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mapBounded } from '@tamizdat/files';
import {
  ForeignFileError,
  judgeWay,
  makePlace,
  openPlace,
  PUBLIC,
  reachPlace,
  removeAll,
  removeEmptyFolder,
  removeFile,
} from '@tamizdat/files';
import { PARALLEL_FILES } from '../limits.ts';
import { isMissing } from './journal.ts';
import type { ChangePlan } from './plan-changes.ts';

/** Called before each effect on the disk with its name and path; tests stop a run there. */
export type ReplaceStep = (effect: string, path: string) => void | Promise<void>;

/** Holds the files that are about to be put in place; inside the tree’s folder, so that a rename suffices. */
export const STAGING_FOLDER = '.tamizdat-staged';

/** Brings a file to a place where nothing stands. */
export type Bring = (file: string, place: string) => Promise<void>;

/** Without copying bytes where the file system can share them. */
export const copyThere: Bring = (file, place) =>
  copyFile(file, place, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);

/** Without any copying where both are on one disk. */
export const moveThere: Bring = async (file, place) => {
  try {
    await rename(file, place);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await copyThere(file, place);
  }
};

/**
 * Brings the files to write into the staging folder, named by their number in the plan. Readers see nothing of it, and
 * nobody else can write there: whatever stood in its place, a link too, is taken away first. What is there is for
 * readers, whatever rights the build's files have.
 */
export async function stageWrites(
  from: string,
  to: string,
  writes: readonly string[],
  { bring, step }: { bring: Bring; step: ReplaceStep },
): Promise<void> {
  await step('stage-folder', STAGING_FOLDER);
  removeAll(to, STAGING_FOLDER);
  await mkdir(join(to, STAGING_FOLDER), { mode: 0o700 });
  const first = openPlace(to, `${STAGING_FOLDER}/0`);
  if (first === undefined) throw new ForeignFileError(stagedFile(to, 0));
  try {
    await mapBounded(writes, PARALLEL_FILES, async (path, index) => {
      await step('stage', path);
      const staged = join(dirname(first.path), String(index));
      await bring(join(from, path), staged);
      await chmod(staged, PUBLIC.file);
    });
  } finally {
    first.close();
  }
}

/** Takes back whatever was staged. */
export async function dropStaged(to: string, step: ReplaceStep): Promise<void> {
  await step('drop-staged', STAGING_FOLDER);
  removeAll(to, STAGING_FOLDER);
}

/**
 * Carries out a plan whose files are staged. What was done before a kill is skipped, so that it can be run again.
 * @throws ForeignFileError for a link that somebody has put on the way since: nothing is written or deleted behind it
 */
export async function carryOut(to: string, plan: ChangePlan, step: ReplaceStep): Promise<void> {
  judgeWay(to, `${STAGING_FOLDER}/0`);
  if (await isUntouched(to, plan)) await clearObstacles(to, plan, step);
  for (const [index, path] of plan.writes.entries()) {
    await step('rename', path);
    moveStaged(to, index, path);
  }
  for (const path of plan.deletes) {
    await step('delete', path);
    removeFile(to, path);
  }
  for (const path of plan.emptied) {
    await step('remove-folder', path);
    removeEmptyFolder(to, path);
  }
  await dropStaged(to, step);
}

/** One that is not there any more has its place already. */
function moveStaged(to: string, index: number, path: string): void {
  reachPlace(to, `${STAGING_FOLDER}/${index}`, (staged) => {
    if (!existsSync(staged)) return;
    makePlace(to, path, PUBLIC, (place) => {
      renameSync(staged, place);
    });
  });
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

async function clearObstacles(to: string, plan: ChangePlan, step: ReplaceStep): Promise<void> {
  for (const path of plan.obstacles) {
    await step('clear', path);
    removeAll(to, path);
  }
}
