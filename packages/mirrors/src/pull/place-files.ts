import { join } from 'node:path';
import { mapBounded, readPlain } from '@tamizdat/files';
import { type Finding } from '@tamizdat/release';
import { boundServed, ReleaseError, type TreeFile, verifyFile } from '@tamizdat/verify';
import { rebaseFile } from '../base/rebase-file.ts';
import { MAX_WRONG_FILES, PULL_CONNECTIONS } from '../limits.ts';
import { FileFetcher } from './fetch-file.ts';
import { isHashed } from './hash-file.ts';
import type { Staging } from './staging.ts';

/** The release that is served now, as far as it can be linked from. */
export interface Served {
  folder: string;
  /** Its files by path; those with another base address than is wanted now are left out. */
  files: ReadonlyMap<string, TreeFile>;
}

export interface PlaceOptions {
  staging: Staging;
  fetcher: FileFetcher;
  served: Served | undefined;
  origin: string;
  /** Base address that is put into files flagged for it; undefined for the signed bytes. */
  base: string | undefined;
}

/** Parts a tree's files in those that are at hand, which are put into the staging at once, and those to be fetched. */
export async function linkFiles(
  files: readonly TreeFile[],
  options: PlaceOptions,
): Promise<TreeFile[]> {
  const wanted: TreeFile[] = [];
  for (const file of files) if (!(await isAtHand(file, options))) wanted.push(file);
  return wanted;
}

/** Nothing is taken over unseen: who serves the copy, or put it there, may have changed it, or change it meanwhile. */
async function isAtHand(file: TreeFile, options: PlaceOptions): Promise<boolean> {
  const { staging, served, base, origin } = options;
  // With a base address the bytes to serve are not those that the tree names.
  const isAsSigned = base === undefined || !FileFetcher.isHeld(file);
  if (isAsSigned && staging.holds(file.path, file)) return true;
  const known = served?.files.get(file.path);
  if (served === undefined || known?.hash !== file.hash || known.rebased !== file.rebased)
    return false;
  return staging.take(join(served.folder, file.path), file.path, (place) =>
    isAsSigned ? isHashed(place, file) : isRebased(place, file, { origin, base }),
  );
}

/** Whether a file is as signed but for the base address in it. */
async function isRebased(place: string, file: TreeFile, bases: { origin: string; base: string }) {
  try {
    const bytes = readPlain(place, boundServed(file.size, bases.origin, bases.base, true));
    await verifyFile(file, bytes, bases);
    return true;
  } catch {
    // Whatever it is, it is fetched anew.
    return false;
  }
}

/**
 * Fetches files into the staging.
 * @param onFile Called after each.
 * @returns what is not as signed; after some of these the rest is not asked for
 * @throws SourceError
 */
export async function fetchFiles(
  files: readonly TreeFile[],
  options: PlaceOptions,
  onFile: (file: TreeFile) => void,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  await mapBounded(files, PULL_CONNECTIONS, async (file) => {
    if (findings.length >= MAX_WRONG_FILES) return;
    try {
      await fetchOne(file, options);
      onFile(file);
    } catch (error) {
      if (!(error instanceof ReleaseError)) throw error;
      findings.push({ code: error.code, ...error.detail });
    }
  });
  return findings.sort((one, other) => ((one.at ?? '') < (other.at ?? '') ? -1 : 1));
}

async function fetchOne(file: TreeFile, { staging, fetcher, origin, base }: PlaceOptions) {
  if (!FileFetcher.isHeld(file)) {
    staging.move(await fetcher.save(file), file.path);
    return;
  }
  const signed = await fetcher.read(file);
  staging.write(file.path, base === undefined ? signed : rebaseFile(signed, origin, base));
}
