import { statSync } from 'node:fs';
import path from 'node:path';
import {
  fetchHead,
  listMissing,
  loadState,
  openFolder,
  type ReleaseState,
  SourceError,
  startWith,
  verifyState,
} from '@tamizdat/release';
import {
  type HeadFiles,
  parseMetadata,
  parseRoot,
  ReleaseError,
  type Role,
  type Trust,
} from '@tamizdat/verify';
import { isWithin } from '../../keys/is-within.ts';
import type { Place } from '../place.ts';

/** The newest release of the history on this machine. */
export interface OwnRelease {
  number: number;
  signed: ReleaseState['head'];
  /** What a verifier remembers of it, with the timestamp that stands in the tree where that is newer. */
  trust: Trust;
  /** When what each role signed is past its time, milliseconds since 1970. */
  expires: Record<Role, number> & { addresses?: number };

  /** Bytes of its tree. */
  bytes: number;
  /** When it was made: milliseconds since 1970. */
  savedAt: number;
  /** Addresses of the mirrors in the signed list. */
  announced: string[];
  /** Files of the history that are not there. */
  missing: string[];
}

/**
 * Loads the newest release, verified from the first root on.
 * @returns undefined before the first
 * @throws ToldError where the history is spoiled; ReleaseError where it is another outlet’s
 */
export async function loadOwnRelease(
  { state, tree, now }: Place,
  roots: readonly Uint8Array<ArrayBuffer>[],
): Promise<OwnRelease | undefined> {
  const loaded = loadState(state);
  if (loaded === undefined) return undefined;
  const head = await verifyState(loaded.head, roots, now);
  const inTree = await readTree(tree, roots, now);
  const isNewer = inTree?.trust.release === head.trust.release;
  const files: Pick<HeadFiles, 'timestamp'> = isNewer ? inTree.files : loaded.head;
  const newest = await parseRoot(roots.at(-1) ?? new Uint8Array());
  return {
    number: head.release.number,
    signed: loaded.head,
    trust: isNewer ? inTree.trust : head.trust,
    expires: {
      root: newest.expires,
      targets: parseMetadata(loaded.head.targets, 'targets').expires,
      snapshot: parseMetadata(loaded.head.snapshot, 'snapshot').expires,
      timestamp: parseMetadata(files.timestamp, 'timestamp').expires,
      ...expiryOf(loaded.head.addresses),
    },
    bytes: loaded.summary.bytes,
    savedAt: statSync(path.join(state, 'state.json')).mtimeMs,
    announced: head.mirrors?.mirrors.map(({ base }) => base) ?? [],
    missing: listMissing(state, loaded, tree).filter((file) => isWithin(file, state)),
  };
}

/** The list of mirrors has a role of its own only where targets leave it to one. */
const expiryOf = (addresses: ReleaseState['head']['addresses']): { addresses?: number } =>
  addresses === undefined ? {} : { addresses: parseMetadata(addresses, 'addresses').expires };

/** A tree may be gone, or hold another release: `refresh` signs there alone. */
async function readTree(tree: string, roots: readonly Uint8Array<ArrayBuffer>[], now: number) {
  try {
    const { head, files } = await fetchHead(openFolder(tree), { trust: startWith(roots) }, now);
    return { trust: head.trust, files };
  } catch (error) {
    if (error instanceof ReleaseError || error instanceof SourceError) return undefined;
    throw error;
  }
}
