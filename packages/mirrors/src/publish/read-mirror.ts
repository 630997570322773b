import {
  buildTree,
  diffTrees,
  type FileChange,
  MAX_BYTES,
  nodePath,
  parseBundle,
  parseRelease,
  type TreeFile,
} from '@tamizdat/release';
import type { Store } from '../kinds/store.ts';
import { MAX_STATUS_BYTES } from '../limits.ts';
import { MirrorError } from '../mirror-error.ts';
import { fetchNodes } from './fetch-nodes.ts';
import type { LocalRelease } from './local-release.ts';
import type { OnMirror } from './plan.ts';
import { type KnownTree, NO_STATUS, parseStatus, type Status } from './status.ts';

/** A tree without files. */
const NOTHING = buildTree([]);
const NO_TREE: KnownTree = { number: 0, root: NOTHING.summary.root, level: 0 };

/** Where a publisher notes what it put on a mirror. */
export const STATUS_PATH = 'release/published.json';

/** Reads what a mirror says of itself: one request where a publisher was there before. */
export async function readStatus(store: Pick<Store, 'read'>): Promise<Status> {
  const bytes = await store.read(STATUS_PATH, MAX_STATUS_BYTES);
  const status = bytes && parseStatus(bytes);
  return status ?? (await readCopied(store));
}

/** A copy that somebody made of the tree: all is there, as it was signed. */
async function readCopied(store: Pick<Store, 'read'>): Promise<Status> {
  const bytes = await store.read('release/bundle.json', MAX_BYTES.bundle);
  if (bytes === undefined) return NO_STATUS;
  try {
    const { files } = parseBundle(bytes);
    const { tree, limits, number } = parseRelease(files.release);
    return {
      ...NO_STATUS,
      base: null,
      release: { number, root: tree.root, level: limits.depth - 1 },
      timestamp: versionOf(files.timestamp),
    };
  } catch {
    // Whatever answers with it, it is none of ours.
    return NO_STATUS;
  }
}

const versionOf = (timestamp: Uint8Array): number =>
  (JSON.parse(new TextDecoder().decode(timestamp)) as { signed: { version: number } }).signed
    .version;

/**
 * Refuses to put an older release in the place of a newer one, which readers would refuse.
 * @throws MirrorError `mirror-newer`
 */
export function refuseOlder(status: Status, local: LocalRelease): void {
  const known = [...(status.release === null ? [] : [status.release]), ...status.begun];
  const newest = Math.max(0, ...known.map(({ number }) => number));
  if (newest <= local.tree.number && status.timestamp <= local.timestamp) return;
  throw new MirrorError(
    'mirror-newer',
    newest > local.tree.number
      ? `The mirror has release ${newest}, and this tree is release ${local.tree.number}.`
      : 'The mirror has a newer timestamp than this tree.',
    'Readers refuse to go back. Publish the tree of the newest release, or make a new one from this tree with the state of the newest.',
  );
}

/** A tree on a mirror against the one to be sent. */
interface Compared {
  changes: FileChange[];
  /** Names of its nodes in `release/`; none where they could not be read. */
  nodes: Set<string>;
}

/** Finds out in what a mirror may differ from a release. Asks it for nodes only that are not here. */
export async function compareMirror(
  store: Pick<Store, 'read'>,
  status: Status,
  local: LocalRelease,
): Promise<OnMirror> {
  const compare = (tree: KnownTree) => compareTree(store, tree, local);
  const full = await compare(status.release ?? NO_TREE);
  const begun = await Promise.all(status.begun.map(compare));
  return {
    status,
    differences: [full, ...begun].map(({ changes }) => changes),
    nodes: status.release === null ? new Set() : full.nodes,
  };
}

async function compareTree(
  store: Pick<Store, 'read'>,
  tree: KnownTree,
  local: LocalRelease,
): Promise<Compared> {
  const fetched = await fetchNodes(tree, localNodes(local), store.read);
  const target = { hash: local.tree.root, level: local.tree.level };
  const read = fetched?.read ?? localNodes(local).read;
  const from = fetched === undefined ? NO_TREE : tree;
  return {
    changes: diffTrees({ hash: from.root, level: from.level }, target, read),
    nodes: new Set([...(fetched?.hashes ?? [])].map(nodePath)),
  };
}

/** All files of the release, as they are signed. */
export function listFiles(local: LocalRelease): TreeFile[] {
  const target = { hash: local.tree.root, level: local.tree.level };
  const empty = { hash: NO_TREE.root, level: 0 };
  return diffTrees(empty, target, localNodes(local).read).flatMap(({ after }) => after ?? []);
}

/** Names of the nodes and blocks of the release, in `release/`. */
export async function listNodeNames(local: LocalRelease): Promise<Set<string>> {
  const fetched = await fetchNodes(local.tree, localNodes(local), () => Promise.resolve(undefined));
  if (fetched !== undefined) return new Set([...fetched.hashes].map(nodePath));
  throw new MirrorError(
    'tree-changed',
    'release/ does not hold all nodes of the release.',
    'The tree changed while it was read, or is not whole. Run “tamizdat release”, then publish again.',
  );
}

function localNodes({ names, read }: LocalRelease) {
  const empty = NOTHING.nodes;
  return {
    has: (hash: string) => names.has(nodePath(hash)) || empty.has(hash),
    read: (hash: string) => empty.get(hash) ?? read(hash),
  };
}
