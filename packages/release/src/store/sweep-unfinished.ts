import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole, walkFolder } from '@tamizdat/files';
import { readNodesFrom } from './node-files.ts';
import { listPublished } from './published-files.ts';
import { publishedFolder, type ReleaseState } from './release-state.ts';

/** Stands in the state's folder while files are gathered that no state names yet. */
const markOf = (folder: string): string => join(folder, 'unfinished');

/** Says that files will be gathered; {@link endGathering} says that the state names them. */
export function beginGathering(folder: string): void {
  writeWhole(markOf(folder), '');
}

export function endGathering(folder: string): void {
  rmSync(markOf(folder), { force: true });
}

/**
 * Deletes what a killed run gathered for a release that was never made. It would be served for ever: bytes of a page
 * that has since been thought better of among it.
 */
export function sweepUnfinished(folder: string, state: ReleaseState | undefined): void {
  if (!existsSync(markOf(folder))) return;
  const published = publishedFolder(folder);
  const wanted = state ? listPublished(state, readNodesFrom(published)) : new Set<string>();
  const { files, others } = walkFolder(published);
  for (const path of [...files, ...others])
    if (!wanted.has(path)) rmSync(join(published, path), { force: true });
  for (const name of readdirSync(folder))
    if (name.endsWith('.part')) rmSync(join(folder, name), { force: true });
  endGathering(folder);
}
