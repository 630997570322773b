import { join } from 'node:path';
import { writeWhole } from '@tamizdat/files';
import { type Mirror, parseBundle, parseRelease, type Trust, verifyHead } from '@tamizdat/verify';
import { ToldError } from '@tamizdat/problem';
import { alterBundle } from '../sign/alter-bundle.ts';
import { refuseUnsigned } from '../sign/refuse-unsigned.ts';
import type { Bytes } from '../sign/sign-metadata.ts';
import { listHeadFiles } from '../sign/head-files.ts';
import {
  delegateMirrors,
  type ListKeys,
  type OnlineKeys,
  refreshTimestamp,
  renewHead,
  type SignedHead,
  signMirrors,
  undelegateMirrors,
} from '../sign/signed-head.ts';
import { loadState, publishedFolder, saveState } from './release-state.ts';
import { beginGathering, endGathering, sweepUnfinished } from './sweep-unfinished.ts';
import { syncRelease } from './sync-release.ts';

/** Where a release was made, and where it stands. */
export interface ReleasePlace {
  /** `outlet-state/release`. */
  state: string;
  /** The tree whose `release/` is written. */
  tree: string;
}

/** What is to be signed anew without a new release. */
export type Resigning =
  /** The timestamp alone: the release is still the newest. */
  | { what: 'timestamp'; keys: Pick<OnlineKeys, 'timestamp'> }
  /** Another list of mirrors, or the same as a further one. */
  | { what: 'mirrors'; mirrors: readonly Mirror[]; isAgain?: boolean; keys: ListKeys }
  /** Who signs the list of mirrors from now on: the keys for addresses. */
  | { what: 'delegation'; keys: OnlineKeys }
  /** The list of mirrors by targets again, under roots of which the newest gives `snapshot` other keys. */
  | { what: 'undelegation'; roots: Bytes[]; keys: OnlineKeys }
  /** All but the roots, which may be new: after a rotation of keys, or before a year is over. */
  | { what: 'head'; roots: Bytes[]; keys: OnlineKeys };

/**
 * Signs the present release anew and writes `release/`. The tree itself is not read.
 * @param now Milliseconds since 1970.
 * @throws ToldError `no-release` where none was made
 */
export function signAgain(place: ReleasePlace, again: Resigning, now: number): SignedHead {
  const state = loadState(place.state);
  if (state === undefined)
    throw new ToldError(
      'no-release',
      { en: 'Nothing was released yet.', ru: 'Выпусков ещё не было.' },
      { en: 'Make a release first.', ru: 'Сначала сделайте выпуск: tamizdat release.' },
    );
  const head = resign(state.head, again, now);
  refuseUnsigned(head);
  sweepUnfinished(place.state, state);
  beginGathering(place.state);
  const published = publishedFolder(place.state);
  const files = listHeadFiles(head);
  for (const [path, bytes] of files)
    if (path !== 'timestamp.json') writeWhole(join(published, path), bytes, { isSynced: true });
  const replaced = [...listHeadFiles(state.head).keys()].filter((path) => !files.has(path));
  const [entry, ...older] = state.ledger;
  const number = entry?.number ?? parseRelease(head.release).number;
  const { nodes = [], bytes = [], removed = [], files: before = [] } = entry ?? {};
  const newest = { number, nodes, bytes, removed, files: [...before, ...replaced] };
  const next = { ...state, head, ledger: [newest, ...older] };
  // After what it names, on the disk too: a list that the state names and nobody has could never be published.
  saveState(place.state, next, { isSynced: true });
  endGathering(place.state);
  syncRelease(place.state, next, place.tree);
  return head;
}

function resign(head: SignedHead, again: Resigning, now: number): SignedHead {
  if (again.what === 'timestamp') return refreshTimestamp(head, again.keys, now);
  if (again.what === 'mirrors')
    return signMirrors(head, again.mirrors, { keys: again.keys, now }, again.isAgain);
  if (again.what === 'delegation') return delegateMirrors(head, { keys: again.keys, now });
  const rooted = { ...head, roots: again.roots };
  return again.what === 'undelegation'
    ? undelegateMirrors(rooted, { keys: again.keys, now })
    : renewHead(rooted, { keys: again.keys, now });
}

/** The files that a refresh replaces in `release/`, and what to remember. */
export interface Refreshed {
  bundle: Bytes;
  timestamp: Bytes;
  trust: Trust;
}

/**
 * Signs the timestamp anew where nothing is at hand but its key and a bundle, from a mirror for instance. The bundle is
 * verified first: a mirror must not get its own old head signed as the newest.
 * @param trust What is remembered of the outlet.
 * @throws ReleaseError as `verifyHead`
 */
export async function refreshBundle(
  bytes: Bytes,
  trust: Trust,
  keys: Pick<OnlineKeys, 'timestamp'>,
  now: number,
): Promise<Refreshed> {
  const { files } = parseBundle(bytes);
  const head = { ...files, mirrors: files.mirrors ?? new Uint8Array() };
  await verifyHead(files, trust, { now });
  const { timestamp } = refreshTimestamp(head, keys, now);
  const bundle = alterBundle(bytes, timestamp);
  const verified = await verifyHead({ ...files, timestamp }, trust, { now });
  return { bundle, timestamp, trust: verified.trust };
}
