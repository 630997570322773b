import { join } from 'node:path';
import { PUBLIC, readPlain, removeFile, writeWhole, walkFolder } from '@tamizdat/files';
import { MAX_FILE_BYTES } from '@tamizdat/verify/format';
import { buildBundle, listHeadFiles } from '../sign/head-files.ts';
import { ToldError } from '@tamizdat/problem';
import { sha256 } from '../tree/sha256.ts';
import { readNodesFrom } from './node-files.ts';
import { listPublished, parsePublishedName } from './published-files.ts';
import { publishedFolder, type ReleaseState } from './release-state.ts';

/** Files that every release writes anew, last: the one that says what is newest at the very end. */
const LAST = ['bundle.json', 'timestamp.json'];

/** What a publisher puts there and takes away itself (SPEC 11.2). */
const PUBLISHERS = new Set(['pending.json']);

/**
 * Makes `<tree>/release/` what the state says, and nothing that merely lies in its folder: new files by temp file and
 * rename in the order of SPEC 11, then deletions. Files that never change are compared by name.
 * @param nodes Hashes of the nodes and blocks of its tree, where they are known.
 * @returns how many files were written and deleted
 * @throws ToldError `release-state`; ForeignFileError
 */
export function syncRelease(
  stateFolder: string,
  state: ReleaseState,
  tree: string,
  nodes?: Iterable<string>,
): { written: number; deleted: number } {
  const published = publishedFolder(stateFolder);
  const target = join(tree, 'release');
  const wanted = listPublished(state, readNodesFrom(published), nodes);
  const { files: present, others } = walkFolder(target);
  for (const path of others) removeFile(tree, `release/${path}`);
  const there = new Set(present);
  const head = listHeadFiles(state.head);
  const missing = [...wanted].filter((path) => !there.has(path)).sort(compareByOrder);
  const write = (path: string, bytes: Uint8Array): void => {
    writeWhole(`release/${path}`, bytes, { root: tree, modes: PUBLIC });
  };
  for (const path of missing) write(path, head.get(path) ?? readPublished(published, path));
  const bundle = buildBundle(state.head, state.bundled.map(readNodesFrom(published)));
  const latest = [bundle, state.head.timestamp];
  LAST.forEach((name, at) => {
    write(name, latest[at] ?? new Uint8Array());
  });
  const surplus = present.filter(
    (path) => !wanted.has(path) && !LAST.includes(path) && !PUBLISHERS.has(path),
  );
  for (const path of surplus) removeFile(tree, `release/${path}`);
  return { written: missing.length + LAST.length, deleted: surplus.length + others.length };
}

/** @throws ToldError `release-state` for what is not there, is no file, or is not what its name says */
function readPublished(folder: string, name: string): Uint8Array {
  const { hash, limit = 0 } = parsePublishedName(name) ?? {};
  const found = readOr(join(folder, name), Math.min(limit, MAX_FILE_BYTES));
  if (typeof found !== 'string' && (hash === undefined || sha256(found) === hash)) return found;
  const reason = typeof found === 'string' ? ` (${found})` : '';
  throw new ToldError(
    'release-state',
    {
      en: `${join(folder, name)} is not what the last release put there${reason}.`,
      ru: `${join(folder, name)} — не то, что положил туда последний выпуск${reason}.`,
    },
    {
      en: 'Restore the state from a backup, or fetch it: tamizdat state fetch.',
      ru: 'Верните состояние из резервной копии или возьмите его: tamizdat state fetch.',
    },
  );
}

function readOr(file: string, limit: number): Uint8Array | string {
  try {
    return readPlain(file, limit);
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
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
