import { buildTree, diffTrees, type FileChange, nodePath } from '@tamizdat/release';
import { MAX_NODE_BYTES, type TreeFile } from '@tamizdat/verify';
import type { Store } from '../kinds/store.ts';
import { MAX_STATUS_BYTES } from '../limits.ts';
import { MirrorError } from '../mirror-error.ts';
import { hashBytes } from '../kinds/check-outgoing.ts';
import { fetchNodes } from './fetch-nodes.ts';
import type { LocalRelease } from './local-release.ts';
import { listSigned, type MirrorHead } from './mirror-head.ts';
import { type OnMirror, uniqueTrees } from './plan.ts';
import { type KnownTree, parseStatus, type Status } from './status.ts';

/** A tree without files. */
const NOTHING = buildTree([]);
const NO_TREE: KnownTree = { number: 0, root: NOTHING.summary.root, level: 0 };

/** Where a publisher notes what it put on a mirror. */
export const STATUS_PATH = 'release/published.json';

/** What a mirror says of itself. */
export interface Noted {
  /** Undefined where there is no note, or none that can be read. */
  status: Status | undefined;
  /** SHA-256 of the note's bytes, by which a change is seen; undefined where there is none. */
  seal: string | undefined;
}

/** Reads a publisher's note: one request. */
export async function readNote(store: Pick<Store, 'read'>): Promise<Noted> {
  const bytes = await store.read(STATUS_PATH, MAX_STATUS_BYTES);
  if (bytes === undefined) return { status: undefined, seal: undefined };
  const status = bytes.length > MAX_STATUS_BYTES ? undefined : parseStatus(bytes);
  return { status, seal: hashBytes(bytes) };
}

/**
 * Refuses to put an older release in the place of a newer one, which readers would refuse, or another one under the
 * same number. Under replaced keys numbers begin again (SPEC 9.6): what a thief published with the old ones, and noted
 * there, keeps nothing out.
 * @param status Undefined where nothing but what is signed is to be believed.
 * @throws MirrorError `mirror-newer`, `mirror-forked`
 */
export function refuseOther(
  status: Status | undefined,
  { signed }: MirrorHead,
  local: LocalRelease,
): void {
  if (signed?.isReplaced === true) return;
  const noted =
    status === undefined ? [] : [...(status.release ? [status.release] : []), ...status.begun];
  const trees = [...noted, ...(signed === undefined ? [] : [signed.tree])];
  const newest = Math.max(0, ...trees.map(({ number }) => number));
  if (newest > local.tree.number)
    throw new MirrorError(
      'mirror-newer',
      {
        en: `The mirror has release ${newest}, and this tree is release ${local.tree.number}.`,
        ru: `На зеркале выпуск ${newest}, а это дерево — выпуск ${local.tree.number}.`,
      },
      {
        en: 'Readers refuse to go back. Publish the tree of the newest release, or make a new one from this tree with the state of the newest.',
        ru: 'Программы читателей назад не возвращаются. Опубликуйте дерево новейшего выпуска или сделайте из этого дерева новый выпуск с состоянием новейшего.',
      },
    );
  if (trees.some(({ number, root }) => number === local.tree.number && root !== local.tree.root))
    throw new MirrorError(
      'mirror-forked',
      {
        en: `The mirror has another release ${local.tree.number} than this tree.`,
        ru: `На зеркале не тот выпуск ${local.tree.number}, что в этом дереве.`,
      },
      {
        en: 'Two releases were made with one number, from two states. Take the state that the mirror’s release was made with (“tamizdat state fetch”, or the other machine), make a release with it, which gets a higher number, and publish that. Where the mirror’s note alone says so and no release of yours is there: “tamizdat publish --repair”.',
        ru: 'Под одним номером сделаны два выпуска, из двух состояний. Возьмите состояние, с которым сделан выпуск на зеркале («tamizdat state fetch» или другая машина), сделайте с ним выпуск — номер будет больше — и опубликуйте его. Если так говорит только записка зеркала, а вашего выпуска там нет: «tamizdat publish --repair».',
      },
    );
  if (Math.max(status?.timestamp ?? 0, signed?.timestamp ?? 0) <= local.timestamp) return;
  throw new MirrorError(
    'mirror-newer',
    {
      en: 'The mirror has a newer timestamp than this tree.',
      ru: 'Отметка времени на зеркале новее, чем в этом дереве.',
    },
    {
      en: 'Readers refuse to go back. Publish the tree that was signed last, or sign this one again: “tamizdat refresh”.',
      ru: 'Программы читателей назад не возвращаются. Опубликуйте дерево, подписанное последним, или подпишите это ещё раз: «tamizdat refresh».',
    },
  );
}

/** A tree on a mirror against the one to be sent. */
interface Compared {
  changes: FileChange[];
  /** Names of its nodes in `release/`; none where they could not be read. */
  nodes: Set<string>;
}

/**
 * Finds out in what a mirror may differ from a release. Asks it for nodes only that are not here, and of trees only
 * that the outlet signed: of any other tree it is as if nothing of it were there.
 */
export async function compareMirror(
  store: Pick<Store, 'read'>,
  status: Status,
  head: MirrorHead,
  local: LocalRelease,
): Promise<OnMirror> {
  const signed = listSigned(local, head);
  const trees = uniqueTrees([
    ...status.begun,
    ...(head.signed === undefined ? [] : [head.signed.tree]),
  ]);
  const full = await compareTree(store, status.release ?? NO_TREE, signed, local);
  const others: Compared[] = [];
  for (const tree of trees) others.push(await compareTree(store, tree, signed, local));
  const number = status.release && (signed.get(status.release.root) ?? status.release.number);
  return {
    status: {
      ...status,
      release: status.release && { ...status.release, number: number ?? 0 },
      leaving: await proveLeaving(store, status, head, local),
    },
    differences: [full, ...others].map(({ changes }) => changes),
    nodes: status.release === null ? new Set() : full.nodes,
  };
}

async function compareTree(
  store: Pick<Store, 'read'>,
  tree: KnownTree,
  signed: ReadonlyMap<string, number>,
  local: LocalRelease,
): Promise<Compared> {
  const fetched = signed.has(tree.root)
    ? await fetchNodes(tree, localNodes(local), store.read)
    : undefined;
  const target = { hash: local.tree.root, level: local.tree.level };
  const read = fetched?.read ?? localNodes(local).read;
  const from = fetched === undefined ? NO_TREE : tree;
  return {
    changes: diffTrees({ hash: from.root, level: from.level }, target, read),
    nodes: new Set([...(fetched?.hashes ?? [])].map(nodePath)),
  };
}

/**
 * Keeps of the paths that a note says are to leave those that a signed tree named: nothing else is deleted. What only
 * trees name that will not be signed for the next time goes now.
 */
async function proveLeaving(
  store: Pick<Store, 'read'>,
  { leaving }: Status,
  { signed }: MirrorHead,
  local: LocalRelease,
): Promise<Status['leaving']> {
  if (leaving.length === 0) return [];
  const listGone = async (roots: readonly { root: string }[]): Promise<Set<string>> => {
    const gone = new Set<string>();
    for (const { root } of roots) {
      const level = await readLevel(store, root, local);
      const known = new Map([[root, 0]]);
      const { changes } = await compareTree(store, { number: 0, root, level }, known, local);
      for (const { path, after } of changes) if (after === undefined) gone.add(path);
    }
    return gone;
  };
  const former = signed === undefined ? [] : [...signed.release.former, signed.tree];
  const lasting = await listGone(local.release.former);
  const last = await listGone(former.filter(({ root }) => root !== local.tree.root));
  return leaving.flatMap(([path, since]): Status['leaving'] => {
    if (lasting.has(path) || local.takenDown.has(path)) return [[path, since]];
    return last.has(path) ? [[path, new Date(0).toISOString()]] : [];
  });
}

/** The level of a tree of which only the root is signed: it stands in the root node. */
async function readLevel(
  store: Pick<Store, 'read'>,
  root: string,
  local: LocalRelease,
): Promise<number> {
  const { has, read } = localNodes(local);
  const bytes = has(root)
    ? read(root)
    : await store.read(`release/${nodePath(root)}`, MAX_NODE_BYTES);
  return bytes?.[1] ?? 0;
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
    {
      en: 'release/ does not hold all nodes of the release.',
      ru: 'В release/ есть не все узлы выпуска.',
    },
    {
      en: 'The tree changed while it was read, or is not whole. Run “tamizdat release”, then publish again.',
      ru: 'Дерево изменилось, пока его читали, или оно неполно. Запустите «tamizdat release» и опубликуйте ещё раз.',
    },
  );
}

function localNodes({ names, read }: LocalRelease) {
  const empty = NOTHING.nodes;
  return {
    has: (hash: string) => names.has(nodePath(hash)) || empty.has(hash),
    read: (hash: string) => empty.get(hash) ?? read(hash),
  };
}
