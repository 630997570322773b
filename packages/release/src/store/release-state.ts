import { saidBy, ToldError } from '@tamizdat/problem';
import { join } from 'node:path';
import { isMissing, readPlain, writeWhole } from '@tamizdat/files';
import { parseRelease } from '@tamizdat/verify';
import type { SignedHead } from '../sign/signed-head.ts';
import type { TreeSummary } from '../tree/build-tree.ts';
import { MAX_STATE_BYTES } from './limits.ts';
import { ensure, ensureSaved, FORMAT, type SavedState } from './saved-state.ts';

/** What a release put out of use, to be deleted when `keep` further ones have been made. */
export interface LedgerEntry {
  /** The release's number. */
  number: number;
  /** Hashes of nodes and blocks. */
  nodes: string[];
  /** Paths in `release/`: metadata of the release before. */
  files: string[];
  /** Bytes that stand under their hash since this release. */
  bytes: { path: string; hash: string }[];
  /** Paths of the tree that were taken down with it (SPEC 6.4). */
  removed: string[];
}

/** Everything that is known between two releases, apart from the files that `release/` holds. */
export interface ReleaseState {
  head: SignedHead;
  summary: TreeSummary;
  /** What gave the tree's files their types (`TYPING`); absent in a state of an earlier version. */
  typing?: string;
  /** Newest first. */
  ledger: LedgerEntry[];
  /** Nodes out of use whose time is over; some may be in use again. */
  stale: string[];
  /** Hashes of nodes for the bundle, the root first. */
  bundled: string[];
}

const STATE_FILE = 'state.json';

/** Where the files of `release/` that never change are gathered, within the state's folder. */
export function publishedFolder(folder: string): string {
  return join(folder, 'published');
}

/**
 * Loads the state of an outlet's releases; undefined before the first one.
 * @throws ToldError `release-state` where the file is not what `saveState` writes
 */
export function loadState(folder: string): ReleaseState | undefined {
  const path = join(folder, STATE_FILE);
  let bytes: Uint8Array;
  try {
    bytes = readPlain(path, MAX_STATE_BYTES);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw notAState(path, error);
  }
  return parseState(bytes, path);
}

/**
 * Reads `state.json`: its form, and that it agrees with the `release.json` in it. Whether that was signed, and by whom,
 * `verifyState` says.
 * @param place Where it stands, for the message.
 * @throws ToldError `release-state`
 */
export function parseState(bytes: Uint8Array, place: string): ReleaseState {
  try {
    const saved: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    ensureSaved(saved);
    const { head, summary, typing, ledger, stale, bundled } = saved;
    const state = { head: reviveHead(head), summary, ledger, stale, bundled };
    ensureAgrees(state);
    return typing === undefined ? state : { ...state, typing };
  } catch (error) {
    throw notAState(place, error);
  }
}

const notAState = (place: string, error: unknown): ToldError =>
  new ToldError(
    'release-state',
    {
      en: `${place} is not the state of a release (${saidBy(error).en}).`,
      ru: `В ${place} лежит не состояние выпуска (${saidBy(error).ru}).`,
    },
    {
      en: 'Restore it from a backup. Do not begin anew: readers refuse a release with a lower number.',
      ru: 'Верните его из резервной копии. Не начинайте заново: программы читателей не примут выпуск с меньшим номером.',
    },
  );

/** @throws Error that names what is not as the signed release says */
function ensureAgrees({
  head,
  summary,
  ledger,
}: Pick<ReleaseState, 'head' | 'summary' | 'ledger'>) {
  const { number, tree, limits } = parseRelease(head.release);
  const { root, level, files, bytes } = summary;
  ensure(root === tree.root && level + 1 === limits.depth, {
    en: 'its tree is not that of its release',
    ru: 'дерево в нём не того выпуска',
  });
  ensure(files === tree.files && bytes === tree.bytes, {
    en: 'its files are not those of its release',
    ru: 'файлы в нём не того выпуска',
  });
  const numbers = ledger.map((entry) => entry.number);
  const isInOrder = numbers.every(
    (one, at) => one <= number && !(one >= (numbers[at - 1] ?? one + 1)),
  );
  ensure(isInOrder, {
    en: 'its ledger is not in order',
    ru: 'записи о выпусках в нём не по порядку',
  });
}

/**
 * Writes the state: this is the moment at which a release has been made.
 * @param isSynced Whether it is on the disk then; only where all that it names is.
 */
export function saveState(
  folder: string,
  { head, ...rest }: ReleaseState,
  { isSynced = false } = {},
): void {
  const saved: SavedState = { format: FORMAT, head: saveHead(head), ...rest };
  writeWhole(join(folder, STATE_FILE), `${JSON.stringify(saved)}\n`, { isSynced });
}

function saveHead({ roots, ...files }: SignedHead): SavedState['head'] {
  const write = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return {
    roots: roots.map(write),
    timestamp: write(files.timestamp),
    snapshot: write(files.snapshot),
    targets: write(files.targets),
    release: write(files.release),
    mirrors: write(files.mirrors),
    ...(files.addresses && { addresses: write(files.addresses) }),
  };
}

function reviveHead({ roots, ...files }: SavedState['head']): SignedHead {
  const read = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  return {
    roots: roots.map(read),
    timestamp: read(files.timestamp),
    snapshot: read(files.snapshot),
    targets: read(files.targets),
    release: read(files.release),
    mirrors: read(files.mirrors),
    ...(files.addresses === undefined ? {} : { addresses: read(files.addresses) }),
  };
}
