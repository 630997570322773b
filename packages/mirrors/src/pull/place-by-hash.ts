import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mapBounded } from '@tamizdat/files';
import { bytesPath, diffTrees, readNodesFrom } from '@tamizdat/release';
import { type Release, type TreeFile, verifyFile } from '@tamizdat/verify';
import { PULL_CONNECTIONS } from '../limits.ts';
import type { TreeFetcher } from './fetch-tree.ts';
import { isHashed } from './hash-file.ts';
import type { PlaceOptions } from './place-files.ts';
import type { Staging } from './staging.ts';

/** One step of the site's history, as far as it is kept: what a release changed. */
interface Step {
  number: number;
  changes: ReturnType<typeof diffTrees>;
}

export interface ByHashOptions extends PlaceOptions {
  /** The release's files by path. */
  files: ReadonlyMap<string, TreeFile>;
  /** Bytes that may be spent on files that nobody sees at their path any more. */
  budget: number;
}

/** Fetches the trees of former releases, and finds what changed between them; steps that cannot be had are left out. */
export async function listSteps(trees: TreeFetcher, release: Release, folder: string) {
  const { former, limits, tree } = release;
  const roots = [{ number: release.number, root: tree.root }, ...former.slice(0, limits.keep)];
  const most = tree.files * 2 + MOST_FORMER;
  const levels = [limits.depth - 1];
  for (const { root } of roots.slice(1)) levels.push((await trees.fetchFormer(root, most)) ?? -1);
  const read = readNodesFrom(join(folder, 'release'));
  const steps: Step[] = [];
  roots.slice(1).forEach((older, at) => {
    const [newer, level = -1, below = -1] = [roots[at], levels[at], levels[at + 1]];
    if (newer === undefined || level < 0 || below < 0) return;
    const changes = diffTrees(
      { hash: older.root, level: below },
      { hash: newer.root, level },
      read,
    );
    steps.push({ number: newer.number, changes });
  });
  return steps;
}

/** Files that a former tree may have besides twice those of this one. */
const MOST_FORMER = 100_000;

/**
 * Lists which bytes stand under their hash (SPEC 11.1): new and former ones of every file that the last releases
 * changed. A release that took something down ends the list: nothing from before it stays.
 */
export function listByHash(steps: readonly Step[], release: Release): Map<string, TreeFile> {
  const wanted = new Map<string, TreeFile>();
  const takenDown = release.removed?.number ?? 0;
  for (const { number, changes } of steps.filter((step) => step.number >= takenDown)) {
    for (const { before, after } of changes) {
      if (after === undefined) continue;
      wanted.set(after.hash, after);
      if (before !== undefined && number !== takenDown) wanted.set(before.hash, before);
    }
  }
  return wanted;
}

/**
 * Puts bytes under their hash into the staging. Former bytes that neither this machine nor the source has are left
 * out: readers take such a file from another mirror.
 * @returns how many are there
 * @throws SourceError
 */
export async function placeByHash(
  wanted: ReadonlyMap<string, TreeFile>,
  options: ByHashOptions,
): Promise<number> {
  let { budget } = options;
  let placed = 0;
  await mapBounded(wanted.values(), PULL_CONNECTIONS, async (file) => {
    if ((await placePresent(file, options)) || (await placeOwn(file, options))) placed++;
    else if (file.size <= budget) {
      // Taken before others ask, and given back where there was nothing to be had.
      budget -= file.size;
      if (await placeFetched(file, options)) placed++;
      else budget += file.size;
    }
  });
  return placed;
}

const target = ({ hash }: TreeFile): string => `release/${bytesPath(hash)}`;

/** From the path, where these are the bytes of now. */
async function placePresent(file: TreeFile, options: ByHashOptions): Promise<boolean> {
  const { staging, files, base, origin } = options;
  if (files.get(file.path)?.hash !== file.hash) return false;
  const from = staging.place(file.path);
  if (base === undefined || !file.rebased) return takeHashed(from, file, staging);
  staging.write(
    target(file),
    await verifyFile(file, new Uint8Array(await readFile(from)), { origin, base }),
  );
  return true;
}

/** From an earlier run, or from the release that is served now. */
async function placeOwn(file: TreeFile, { staging, served }: ByHashOptions): Promise<boolean> {
  if (staging.holds(target(file), file)) return true;
  if (served === undefined) return false;
  for (const path of [target(file), file.path])
    if (await takeHashed(join(served.folder, path), file, staging)) return true;
  return false;
}

const takeHashed = (from: string, file: TreeFile, staging: Staging): Promise<boolean> =>
  staging.take(from, target(file), (place) => isHashed(place, file));

async function placeFetched(file: TreeFile, { staging, fetcher }: ByHashOptions) {
  const part = await fetcher.saveFormer(file);
  if (part !== undefined) staging.move(part, target(file));
  return part !== undefined;
}
