import { parseClaim, parseMetadata, parseRelease, parseRoot, readNumbered } from '@tamizdat/verify';
import type { FileClaim, Metadata, RootMetadata } from '@tamizdat/verify';
import type { Bytes } from '../sign/sign-metadata.ts';
import { listHeadFiles } from '../sign/head-files.ts';
import { type SignedHead } from '../sign/signed-head.ts';
import { sha256 } from '../tree/sha256.ts';

/** What is left in `release/` of a head that another has replaced. */
export interface FormerHead {
  /** The number of the release in which another head took its place: the same one, where only that was signed anew. */
  replacedIn: number;
  /** Names in `release/`, those that the present head has as well left out. */
  files: string[];
  /** Hash of the list of what had been taken down (SPEC 6.4). */
  removed: string | undefined;
}

/**
 * Finds the former metadata among published files: what the outlet signed, under any of its roots and the name of its own
 * version, and what that names by its hash. Anything else that bears such a name is passed over: under the name of a
 * version to come it would stand in the way of that.
 * @param published Bytes by name in `release/`; those whose names hold a hash have been compared with it.
 */
export async function findFormerHeads(
  published: ReadonlyMap<string, Bytes>,
  head: SignedHead,
): Promise<FormerHead[]> {
  const roots = await Promise.all(head.roots.map(parseRoot));
  const present = listHeadFiles(head);
  const signed: SignedTargets[] = [];
  const snapshots: { name: string; hash: string; below: string[] }[] = [];
  for (const [name, bytes] of published) {
    if (name.endsWith('.targets.json')) {
      const targets = await readTargets(name, bytes, published, roots);
      if (targets !== undefined) signed.push(targets);
    } else if (name.endsWith('.snapshot.json')) {
      const snapshot = await readNumbered(name, bytes, 'snapshot', roots);
      const hash = snapshot && claimOf(snapshot, 'meta', 'targets.json')?.sha256;
      if (snapshot !== undefined && hash !== undefined)
        snapshots.push({ name, hash, below: listAddresses(snapshot, published) });
    }
  }
  return signed.map(({ number, version, hash, files, removed }) => {
    const isLast = signed.every((one) => one.number !== number || one.version <= version);
    const naming = snapshots
      .filter((one) => one.hash === hash)
      .flatMap(({ name, below }) => [name, ...below]);
    return {
      replacedIn: isLast ? number + 1 : number,
      files: [...files, ...naming].filter((file) => !present.has(file)),
      removed,
    };
  });
}

interface SignedTargets {
  number: number;
  /** Version and hash of the targets' file. */
  version: number;
  hash: string;
  files: string[];
  removed: string | undefined;
}

async function readTargets(
  name: string,
  bytes: Bytes,
  published: ReadonlyMap<string, Bytes>,
  roots: readonly RootMetadata[],
): Promise<SignedTargets | undefined> {
  const targets = await readNumbered(name, bytes, 'targets', roots);
  const [release, mirrors] = ['release.json', 'mirrors.json'].map(
    (target) => targets && claimOf(targets, 'targets', target),
  );
  const releaseName = `targets/${release?.sha256 ?? ''}.release.json`;
  const file = published.get(releaseName);
  if (targets === undefined || file === undefined) return undefined;
  const { number, removed } = parseRelease(file);
  const listed = `targets/${mirrors?.sha256 ?? ''}.mirrors.json`;
  const files = [name, releaseName, ...(published.has(listed) ? [listed] : [])];
  const { version } = targets;
  return { number, version, hash: sha256(bytes), files, removed: removed?.sha256 };
}

/** What a snapshot names of a role to which the list of mirrors is left, by its hash, and that list (SPEC 6.8). */
function listAddresses(snapshot: Metadata, published: ReadonlyMap<string, Bytes>): string[] {
  const claim = claimOf(snapshot, 'meta', 'addresses.json');
  const name = `${claim?.version ?? 0}.addresses.json`;
  const bytes = published.get(name);
  if (bytes === undefined || sha256(bytes) !== claim?.sha256) return [];
  const list = claimOf(parseMetadata(bytes, 'addresses'), 'targets', 'mirrors.json');
  const listed = `targets/${list?.sha256 ?? ''}.mirrors.json`;
  return [name, ...(published.has(listed) ? [listed] : [])];
}

function claimOf(metadata: Metadata, list: string, name: string): FileClaim | undefined {
  try {
    return parseClaim(metadata, list, name);
  } catch {
    return undefined;
  }
}
