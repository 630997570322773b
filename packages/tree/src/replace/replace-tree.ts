import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { mapBounded, isPublic, makeFolder, PUBLIC } from '@tamizdat/files';
import { PARALLEL_FILES } from '../limits.ts';
import type { TreeListing } from '../walk-tree.ts';
import {
  type Bring,
  carryOut,
  copyThere,
  dropStaged,
  moveThere,
  type ReplaceStep,
  stageWrites,
} from './carry-out.ts';
import { haveSameBytes } from './compare-files.ts';
import { type ReplaceFolders, resolveFolders, resolveLinks } from './guard-target.ts';
import { type Journal, keepJournal, loadJournal } from './journal.ts';
import { listBuild, listPresent, refuseForeignFiles } from './list-folders.ts';
import { withLock } from './lock.ts';
import { ToldError } from '@tamizdat/problem';
import { type ChangePlan, planChanges } from './plan-changes.ts';

export interface ReplaceOptions {
  /** The folder of the finished build. */
  from: string;
  /** The folder readers see; made if it is missing. */
  to: string;
  /** A folder for journals, outside both, such as `.cache/publish`. Each folder of a tree has a file of its own there. */
  journal: string;
  /** Tree paths in `to` that are left alone with all below them, such as `release`. */
  keep?: readonly string[];
  /** Tree paths of files of `to` that are part of the finished build as they stand, and are not in `from`. */
  standing?: readonly string[];
  /**
   * What stands in `to` but for what is kept, where that is known for certain: it is not looked for then. Folders that are
   * empty may be missing in it, and stay.
   */
  present?: TreeListing;
  /** Whether files may be moved out of `from`, which is of no use afterwards: a third of the time of a copy. */
  isSpent?: boolean;
  /** Called before each effect on the disk. */
  step?: ReplaceStep;
}

/** Counts of files. */
export interface ReplaceSummary {
  written: number;
  unchanged: number;
  deleted: number;
}

/**
 * Makes `to` exactly the list of files in `from`, and of those that stand. Files with the same bytes are not touched.
 *
 * What is new is first brought beside the tree, then renamed into place, then surplus files go. A run killed while
 * bringing it leaves the former tree whole, and the next one takes it back. A run killed while renaming leaves
 * files of two builds, and the next one, even if it then fails, first finishes those renames: what was staged and the
 * journal are complete by then. Against a loss of power the order is not forced file by file; the next run compares
 * bytes and mends what it finds.
 *
 * Everybody may read what it makes, whatever the umask and the rights of the build's files.
 *
 * @throws ToldError when `from` is missing or empty (a failed build), or `to` may hold somebody's own files;
 *   `to` is then untouched, but for what a killed run had left unfinished. ForeignFileError for a link that was put on
 *   the way meanwhile.
 */
export async function replaceTree(options: ReplaceOptions): Promise<ReplaceSummary> {
  return withFolders(options, async (folders, step) => {
    const isOurs = await recover(folders, step);
    const { keep = [], standing = [], isSpent = false } = options;
    const to = options.present ?? (await listPresent(folders.to, keep));
    return replace(folders, to, { keep, standing, isSpent, isOurs }, step);
  });
}

/**
 * Finishes or takes back what a killed run of {@link replaceTree} left, so that readers see a whole tree even while
 * the next build fails. Does nothing where the last run ended.
 *
 * @throws ToldError when `to` can only be a mistake, or another run is at work
 */
export async function recoverTree(options: Omit<ReplaceOptions, 'keep'>): Promise<void> {
  await withFolders(options, recover);
}

/**
 * Does some work while nobody can replace the tree in a folder.
 *
 * @throws ToldError when a run is at work
 */
export async function holdTree<Result>(
  { to, journal }: Pick<ReplaceOptions, 'to' | 'journal'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const folders = { to: await resolveLinks(to), journal: await resolveLinks(journal) };
  return withLock(`${nameJournal(folders)}.lock`, work);
}

async function withFolders<Result>(
  options: ReplaceOptions,
  work: (folders: ReplaceFolders, step: ReplaceStep) => Promise<Result>,
): Promise<Result> {
  const resolved = await resolveFolders(options);
  const folders = { ...resolved, journal: nameJournal(resolved) };
  const step = options.step ?? (() => undefined);
  return withLock(`${folders.journal}.lock`, () => work(folders, step));
}

/** Finishes or takes back what a killed run left. Gives whether `to` was made by a run before. */
async function recover(folders: ReplaceFolders, step: ReplaceStep): Promise<boolean> {
  const journal = loadJournal(folders.journal);
  if (!journal) return false;
  if (journal.phase === 'committing' && journal.plan) {
    await carryOut(folders.to, journal.plan, step);
  } else if (journal.phase === 'staging') {
    await dropStaged(folders.to, step);
  }
  if (journal.phase !== 'done') await writeJournal(folders, 'done', step);
  return true;
}

async function replace(
  folders: ReplaceFolders,
  to: TreeListing,
  { keep, standing, isSpent, isOurs }: Replacement,
  step: ReplaceStep,
): Promise<ReplaceSummary> {
  const built = await listBuild(folders.from, keep, standing.length > 0);
  const changed = await findChanged(folders, built, to);
  const from = { ...built, files: [...built.files, ...listStanding(to, standing)] };
  const plan = planChanges(from, to, changed, keep);
  if (!isOurs) refuseForeignFiles(folders.to, plan, to, changed);
  const summary = {
    written: plan.writes.length,
    unchanged: from.files.length - plan.writes.length,
    deleted: countSurplus(from, to),
  };
  const isWhole = Object.values(plan).every((paths: string[]) => paths.length === 0);
  if (isWhole && isOurs) return summary;
  await commit(folders, plan, { bring: isSpent ? moveThere : copyThere, step });
  return summary;
}

interface Replacement {
  keep: readonly string[];
  standing: readonly string[];
  isSpent: boolean;
  isOurs: boolean;
}

/** @throws ToldError for a file that is not there any more */
function listStanding(to: TreeListing, standing: readonly string[]): TreeListing['files'] {
  const found = new Map(to.files.map((file) => [file.path, file]));
  return standing.map((path) => {
    const file = found.get(path);
    if (file) return file;
    throw new ToldError(
      'publish-standing-gone',
      {
        en: `A file of the tree was taken away while the site was built: ${path}`,
        ru: `Пока сайт собирался, из готового дерева пропал файл: ${path}`,
      },
      { en: 'Build again: it is then made anew.', ru: 'Соберите ещё раз: он будет сделан заново.' },
    );
  });
}

function countSurplus(from: TreeListing, to: TreeListing): number {
  const wanted = new Set(from.files.map(({ path }) => path));
  return to.files.filter(({ path }) => !wanted.has(path)).length;
}

async function commit(
  folders: ReplaceFolders,
  plan: ChangePlan,
  { bring, step }: { bring: Bring; step: ReplaceStep },
): Promise<void> {
  makeFolder(folders.to, PUBLIC);
  await writeJournal(folders, 'staging', step);
  await stageWrites(folders.from, folders.to, plan.writes, { bring, step });
  await writeJournal(folders, 'committing', step, plan);
  await carryOut(folders.to, plan, step);
  await writeJournal(folders, 'done', step);
}

async function writeJournal(
  folders: ReplaceFolders,
  phase: Journal['phase'],
  step: ReplaceStep,
  plan?: ChangePlan,
): Promise<void> {
  await step('journal', phase);
  const journal: Journal = { version: 1, to: nameTarget(folders), phase, ...(plan && { plan }) };
  keepJournal(folders.journal, journal);
}

/** The journal's file: named by the way from there to the folder, so that both can be moved together. */
function nameJournal({ to, journal }: Pick<ReplaceFolders, 'to' | 'journal'>): string {
  const way = relative(journal, to).split(sep).join('/');
  return join(journal, `${createHash('sha256').update(way).digest('hex').slice(0, 16)}.json`);
}

function nameTarget({ to, journal }: ReplaceFolders): string {
  return relative(dirname(journal), to).split(sep).join('/');
}

async function findChanged(
  folders: ReplaceFolders,
  from: TreeListing,
  to: TreeListing,
): Promise<Set<string>> {
  const sizes = new Map(to.files.map(({ path, size }) => [path, size]));
  const inBoth = from.files.filter(({ path }) => sizes.has(path));
  const same = await mapBounded(
    inBoth,
    PARALLEL_FILES,
    async ({ path, size }) =>
      sizes.get(path) === size &&
      isPublic((await lstat(join(folders.to, path))).mode) &&
      haveSameBytes(join(folders.from, path), join(folders.to, path)),
  );
  return new Set(inBoth.filter((_, index) => !same[index]).map(({ path }) => path));
}
