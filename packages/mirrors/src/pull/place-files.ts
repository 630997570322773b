import { join } from 'node:path';
import { type Finding, ReleaseError, type TreeFile } from '@tamizdat/release';
import { rebaseFile } from '../base/rebase-file.ts';
import { MAX_WRONG_FILES, PULL_CONNECTIONS } from '../limits.ts';
import { each } from './each.ts';
import { FileFetcher } from './fetch-file.ts';
import { hashFile } from './hash-file.ts';
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
  /** Whether files of the served release are hashed before they are taken over. */
  isRecheck: boolean;
}

/** Parts a tree's files in those that are at hand, which are put into the staging at once, and those to be fetched. */
export function linkFiles(files: readonly TreeFile[], options: PlaceOptions): TreeFile[] {
  return files.filter((file) => !isAtHand(file, options));
}

function isAtHand(file: TreeFile, { staging, served, base, isRecheck }: PlaceOptions): boolean {
  // With a base address the bytes to serve are not those that the tree names: such files are few, and fetched again.
  const isAsSigned = base === undefined || !file.rebased;
  const known = served?.files.get(file.path);
  if (served !== undefined && known?.hash === file.hash && known.rebased === file.rebased) {
    const from = join(served.folder, file.path);
    const isKept = !isRecheck || (isAsSigned && hashFile(from) === file.hash);
    if (isKept && staging.link(from, file.path)) return true;
  }
  return isAsSigned && staging.holds(file.path, file);
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
  await each(files, PULL_CONNECTIONS, async (file) => {
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
