import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchHead, openFolder } from '@tamizdat/release';
import { MAX_BYTES, type Release, ReleaseError, startTrust, type Trust } from '@tamizdat/verify';
import { hashBytes } from '../kinds/check-outgoing.ts';
import type { Store } from '../kinds/store.ts';
import { MirrorError } from '../mirror-error.ts';
import type { LocalRelease } from './local-release.ts';
import type { KnownTree } from './status.ts';

/** The head that a mirror shows its readers. */
export interface MirrorHead {
  /** SHA-256 of its `bundle.json`; undefined where it has none. */
  bundle: string | undefined;
  /** What is in it, where it is signed by the outlet: by whichever of its keys was valid then. */
  signed?: {
    release: Release;
    tree: KnownTree;
    timestamp: number;
    /** Whether the release to be sent has newer roots, under which whoever has seen this head takes it (SPEC 9.6). */
    isReplaced: boolean;
  };
}

/** Reads the head of a mirror and verifies it against the outlet's first root, which lies in the tree to be sent. */
export async function readMirrorHead(
  { read }: Pick<Store, 'read'>,
  local: LocalRelease,
  now: number,
): Promise<MirrorHead> {
  const bundle = await read('release/bundle.json', MAX_BYTES.bundle);
  if (bundle === undefined) return { bundle: undefined };
  const found = { bundle: hashBytes(bundle) };
  const once = (path: string, limit: number) =>
    path === 'release/bundle.json' ? Promise.resolve(bundle) : read(path, limit);
  try {
    const root = readFileSync(join(local.folder, 'release/1.root.json'), 'utf8');
    const trust = startTrust(JSON.parse(root) as Parameters<typeof startTrust>[0]);
    const source = { spent: { requests: 0, bytes: 0 }, read: once };
    const { head } = await fetchHead(source, { trust }, now);
    const { release, trust: seen } = head;
    const { tree, number, limits } = release;
    return {
      ...found,
      signed: {
        release,
        tree: { number, root: tree.root, level: limits.depth - 1 },
        timestamp: seen.timestamp,
        isReplaced: await isReplaced(seen, local, now),
      },
    };
  } catch (error) {
    if (error instanceof MirrorError) throw error;
    // Whatever answers with it, it is none of ours.
    return found;
  }
}

async function isReplaced(seen: Trust, { folder }: LocalRelease, now: number): Promise<boolean> {
  try {
    const { head } = await fetchHead(openFolder(folder), { trust: seen }, now);
    return versionOf(head.trust) > versionOf(seen);
  } catch (error) {
    if (error instanceof ReleaseError) return false;
    throw error;
  }
}

const versionOf = ({ root }: Trust): number => (root['signed'] as { version: number }).version;

/** Numbers of releases by the roots of their trees, as far as the outlet signed them. Nothing else is believed of a tree. */
export function listSigned(local: LocalRelease, { signed }: MirrorHead): Map<string, number> {
  const heads = [...(signed === undefined ? [] : [signed]), local];
  return new Map(
    heads.flatMap(({ release, tree }) => [
      ...release.former.map(({ root, number }): [string, number] => [root, number]),
      [tree.root, tree.number] as [string, number],
    ]),
  );
}
