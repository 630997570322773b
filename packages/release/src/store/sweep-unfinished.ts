import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listHeadFiles } from '../sign/signed-head.ts';
import { walkFolder } from '../tree/walk-folder.ts';
import { parseRelease } from '../verify/release-file.ts';
import { bytesPath } from './hold-bytes.ts';
import { nodePath, readNodesFrom } from './node-files.ts';
import { listNodes, toRoot } from './read-tree.ts';
import { publishedFolder, type ReleaseState } from './release-state.ts';

/** Stands in the state's folder while files are gathered that no state names yet. */
const markOf = (folder: string): string => join(folder, 'unfinished');

/** Says that files will be gathered; {@link endGathering} says that the state names them. */
export function beginGathering(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(markOf(folder), '');
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
  const wanted = state ? listWanted(state, published) : new Set<string>();
  const { files, others } = walkFolder(published);
  for (const path of [...files, ...others])
    if (!wanted.has(path)) rmSync(join(published, path), { force: true });
  for (const name of readdirSync(folder))
    if (name.endsWith('.part')) rmSync(join(folder, name), { force: true });
  endGathering(folder);
}

/** Everything in the published folder that a state speaks of. */
function listWanted({ head, summary, ledger, stale }: ReleaseState, published: string) {
  const taken = parseRelease(head.release).removed;
  const nodes = [
    ...listNodes(toRoot(summary), readNodesFrom(published)),
    ...ledger.flatMap((entry) => entry.nodes),
    ...stale,
    ...(taken ? [taken.sha256] : []),
  ];
  return new Set([
    ...listHeadFiles(head).keys(),
    ...nodes.map(nodePath),
    ...ledger.flatMap(({ files }) => files),
    ...ledger.flatMap(({ bytes }) => bytes.map(({ hash }) => bytesPath(hash))),
  ]);
}
