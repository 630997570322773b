import { decodeNode } from '@tamizdat/verify/format';
import {
  isStrictPath,
  parseMetadata,
  parseRelease,
  type Release,
  ReleaseError,
  type TreeFile,
} from '@tamizdat/verify';
import type { Bytes } from '../sign/sign-metadata.ts';
import { listHeadFiles } from '../sign/head-files.ts';
import { type SignedHead } from '../sign/signed-head.ts';
import { isMixedCase } from '../tree/build-tree.ts';
import { contentTypeOf, isRebased, TYPING } from '../tree/content-type.ts';
import type { ReadNode } from '../tree/leaf-row.ts';
import { sha256 } from '../tree/sha256.ts';
import { diffTrees } from './diff-trees.ts';
import { findFormerHeads, type FormerHead } from './former-heads.ts';
import { bytesPath, listHeld } from './hold-bytes.ts';
import { KEEP_RELEASES } from './limits.ts';
import { chooseBundled } from './make-release.ts';
import { nodePath } from './node-files.ts';
import { listPublished, parsePublishedName } from './published-files.ts';
import { type LedgerEntry, parseState, type ReleaseState } from './release-state.ts';
import { type SurveyedTree, surveyTree } from './survey-tree.ts';
import { verifyState } from './verify-state.ts';

/** What another machine kept of an outlet's releases. Nothing of it is believed. */
export interface KeptRelease {
  /** Bytes of `state.json`. */
  state: Uint8Array;
  /** Bytes of `release/timestamp.json` in the tree, where it has one: it may have been signed since. */
  timestamp?: Bytes;
  /** Files by their names in `release/`, but for those under `files/`: no more than fit into memory. */
  published: ReadonlyMap<string, Bytes>;
  /** Names of those under `files/`. */
  bytes: ReadonlySet<string>;
}

/** A state of which every part was signed or is worked out anew from what was. */
export interface RestoredState {
  state: ReleaseState;
  /** Names in `release/` that belong to it, with their bytes; under `files/` without, to be compared with their hash. */
  published: Map<string, Bytes | undefined>;
  /** The files of its tree, in order. */
  files: TreeFile[];
}

/**
 * Takes from what was kept elsewhere what the outlet signed, and works out the rest: a number, a path or a list in the
 * kept state that no signature covers is not so much as looked at. The head is verified from the outlet's first root
 * on; nodes by their hashes from the signed root on; former metadata by its signatures; and the ledger follows from
 * the trees of the last releases, whose roots the newest one names.
 * @param roots The outlet's, from where its keys are kept; those in the state where there are none.
 * @param now Milliseconds since 1970.
 * @throws ReleaseError, ToldError
 */
export async function restoreState(
  kept: KeptRelease,
  roots: readonly Bytes[] | undefined,
  now: number,
): Promise<RestoredState> {
  compareWithNames(kept.published);
  const { head: given } = parseState(kept.state, 'state.json');
  await verifyState(given, roots ?? given.roots, now);
  const head = await takeNewer(given, kept.timestamp, now);
  const release = parseRelease(head.release);
  const read = readNodes(kept.published);
  const tree = surveyTree({ hash: release.tree.root }, read);
  const summary = summarize(release, tree);
  const ledger = await rebuildLedger(kept, head, read);
  const before = release.former[0] && surveyOr(release.former[0].root, read);
  const index = tree.index.filter((hash) => !before?.nodes.has(hash));
  const bundled = chooseBundled({ summary, index });
  const isTyped = tree.files.every(
    ({ path, type, rebased }) => type === contentTypeOf(path) && rebased === isRebased(path),
  );
  const typing = isTyped ? { typing: TYPING } : {};
  const state = { head, summary, ...typing, ledger, stale: [], bundled };
  return { state, published: choosePublished(kept, state, read), files: tree.files };
}

/**
 * Compares each file with the hash that its name says, so that whatever is read under a signed hash is what was signed.
 * @throws ReleaseError `hash-mismatch`
 */
function compareWithNames(published: KeptRelease['published']): void {
  for (const [name, bytes] of published) {
    const expected = parsePublishedName(name)?.hash;
    const found = sha256(bytes);
    if (expected !== undefined && found !== expected)
      throw new ReleaseError('hash-mismatch', { at: name, expected, found });
  }
}

/** @throws ReleaseError where the other timestamp is not the outlet's, or not of this release */
async function takeNewer(
  head: SignedHead,
  timestamp: Bytes | undefined,
  now: number,
): Promise<SignedHead> {
  if (timestamp === undefined) return head;
  const other = { ...head, timestamp };
  await verifyState(other, head.roots, now);
  const versionOf = (bytes: Bytes): number => parseMetadata(bytes, 'timestamp').version;
  return versionOf(timestamp) > versionOf(head.timestamp) ? other : head;
}

function readNodes(published: ReadonlyMap<string, Bytes>): ReadNode {
  return (hash) => {
    const bytes = published.get(nodePath(hash));
    if (bytes === undefined) throw new ReleaseError('missing', { at: nodePath(hash) });
    return bytes;
  };
}

function summarize({ tree, limits }: Release, { files }: SurveyedTree): ReleaseState['summary'] {
  return {
    root: tree.root,
    level: limits.depth - 1,
    files: tree.files,
    bytes: tree.bytes,
    mixedCase: files.map(({ path }) => path).filter(isMixedCase),
  };
}

/** The tree of an earlier release; undefined where not all of it was kept. */
function surveyOr(root: string, read: ReadNode): SurveyedTree | undefined {
  try {
    return surveyTree({ hash: root }, read);
  } catch (error) {
    if (error instanceof ReleaseError) return undefined;
    throw error;
  }
}

/** What the last releases put out of use, from their trees and metadata, as `makeRelease` enters it. */
async function rebuildLedger(
  kept: KeptRelease,
  head: SignedHead,
  read: ReadNode,
): Promise<LedgerEntry[]> {
  const { number, tree, former, removed } = parseRelease(head.release);
  const heads = await findFormerHeads(kept.published, head);
  const down = removed && { ...removed, paths: readRemoved(removed.sha256, read) };
  const releases = [{ number, root: tree.root }, ...former];
  return releases.slice(0, KEEP_RELEASES).map((after, at) => {
    const replaced = heads.filter((one) => one.replacedIn === after.number);
    const lists = replaced
      .flatMap((one) => one.removed ?? [])
      .filter((hash) => hash !== down?.sha256);
    const [nodes, held] = compare(releases[at + 1]?.root, after, { read, down: down?.number ?? 0 });
    return {
      number: after.number,
      nodes: [...new Set([...nodes, ...lists])].filter((hash) =>
        kept.published.has(nodePath(hash)),
      ),
      files: latestOnly(after.number, heads),
      bytes: held.filter(({ hash }) => kept.bytes.has(bytesPath(hash))),
      removed: down && down.number === after.number ? down.paths : [],
    };
  });
}

/** Files that no later head has too: those go with it. */
function latestOnly(number: number, heads: readonly FormerHead[]): string[] {
  const filesOf = (is: (at: number) => boolean): string[] =>
    heads.filter(({ replacedIn }) => is(replacedIn)).flatMap(({ files }) => files);
  const later = new Set(filesOf((at) => at > number));
  return [...new Set(filesOf((at) => at === number))].filter((file) => !later.has(file));
}

/** @throws ReleaseError where the list is not what was signed */
function readRemoved(hash: string, read: ReadNode): string[] {
  const paths: unknown = JSON.parse(new TextDecoder().decode(read(hash)));
  const isList = Array.isArray(paths) && paths.every((path) => typeof path === 'string');
  if (!isList || !paths.every(isStrictPath))
    throw new ReleaseError('bad-release', { at: 'removed' });
  return paths;
}

/** Nodes that a release put out of use, and the bytes that it holds (SPEC 11.1). */
function compare(
  before: string | undefined,
  after: { number: number; root: string },
  { read, down }: { read: ReadNode; down: number },
): [nodes: string[], held: { path: string; hash: string }[]] {
  const [old, next] = [before && surveyOr(before, read), surveyOr(after.root, read)];
  if (before === undefined || !old || !next) return [[], []];
  const level = (root: string): number => decodeNode(read(root)).level;
  const changes = diffTrees(
    { hash: before, level: level(before) },
    { hash: after.root, level: level(after.root) },
    read,
  );
  const nodes = [...old.nodes].filter((hash) => !next.nodes.has(hash));
  return [nodes, after.number < down ? [] : listHeld(changes, after.number > down)];
}

/** @throws ReleaseError `missing` */
function choosePublished(
  kept: KeptRelease,
  state: ReleaseState,
  read: ReadNode,
): RestoredState['published'] {
  const head = listHeadFiles(state.head);
  const chosen: RestoredState['published'] = new Map();
  for (const name of listPublished(state, read)) {
    const bytes = head.get(name) ?? kept.published.get(name);
    if (bytes === undefined && parsePublishedName(name)?.kind !== 'bytes')
      throw new ReleaseError('missing', { at: name });
    chosen.set(name, bytes);
  }
  return chosen;
}
