import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLIC, removeFile, writeWhole } from '@tamizdat/files';
import { buildBundle } from '../sign/signed-head.ts';
import { walkFolder } from '../tree/walk-folder.ts';
import { readNodesFrom } from './node-files.ts';
import { publishedFolder, type ReleaseState } from './release-state.ts';

/** Files that every release writes anew, last: the one that says what is newest at the very end. */
const LAST = ['bundle.json', 'timestamp.json'];

/** What a publisher puts there and takes away itself (SPEC 11.2). */
const PUBLISHERS = new Set(['pending.json']);

/**
 * Makes `<tree>/release/` what the state says: new files by temp file and rename in the order of SPEC 11, then
 * deletions. Files that never change are compared by name.
 * @returns how many files were written and deleted
 */
export function syncRelease(
  stateFolder: string,
  state: ReleaseState,
  tree: string,
): { written: number; deleted: number } {
  const published = publishedFolder(stateFolder);
  const target = join(tree, 'release');
  const wanted = listFiles(published);
  const present = listFiles(target);
  const missing = [...wanted].filter((path) => !present.has(path)).sort(compareByOrder);
  const write = (path: string, bytes: Uint8Array): void => {
    writeWhole(`release/${path}`, bytes, { root: tree, modes: PUBLIC });
  };
  for (const path of missing) write(path, readFileSync(join(published, path)));
  const bundle = buildBundle(state.head, state.bundled.map(readNodesFrom(published)));
  const latest = [bundle, state.head.timestamp];
  LAST.forEach((name, at) => {
    write(name, latest[at] ?? new Uint8Array());
  });
  const surplus = [...present].filter(
    (path) => !wanted.has(path) && !LAST.includes(path) && !PUBLISHERS.has(path),
  );
  for (const path of surplus) removeFile(tree, `release/${path}`);
  return { written: missing.length + LAST.length, deleted: surplus.length };
}

const ORDER = ['files/', 'nodes/', 'targets/'];

function compareByOrder(one: string, other: string): number {
  const rank = (path: string): number => {
    const at = ORDER.findIndex((folder) => path.startsWith(folder));
    return at === -1 ? ORDER.length : at;
  };
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  return one < other ? -1 : 1;
}

function listFiles(folder: string): Set<string> {
  const { files, others } = walkFolder(folder);
  return new Set([...files, ...others]);
}
