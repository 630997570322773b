import {
  canonicalize,
  encodeCanonical,
  type JsonObject,
  parseCanonical,
} from '@tamizdat/verify/format';
import {
  type Mirror,
  parseMetadata,
  parseMirrors,
  parseRelease,
  type Release,
} from '@tamizdat/verify';
import { sha256 } from '../tree/sha256.ts';
import { type Bytes, signSnapshot, signTargets, signTimestamp } from './sign-metadata.ts';
import type { SigningKey } from './signing-key.ts';

/** Everything that is signed at a moment: all roots, ascending, and the newest of each other file. */
export interface SignedHead {
  roots: Bytes[];
  timestamp: Bytes;
  snapshot: Bytes;
  targets: Bytes;
  release: Bytes;
  mirrors: Bytes;
}

/** Keys that sign, by role: as many of each as its threshold asks for. */
export interface OnlineKeys {
  targets: readonly SigningKey[];
  snapshot: readonly SigningKey[];
  timestamp: readonly SigningKey[];
}

/** A release, as whoever builds the tree describes it. */
export interface ReleaseInput extends Pick<
  Release,
  'clock' | 'origin' | 'tree' | 'limits' | 'removed'
> {
  /** The releases before this one, newest first; those beyond `limits.keep` are left out. */
  former: Release['former'];
}

/** Writes `release.json` (SPEC 6.4). */
export function buildReleaseFile(input: ReleaseInput, number: number): Bytes {
  const { clock, origin, tree, limits, former, removed } = input;
  return encodeCanonical({
    _type: 'tamizdat-release',
    spec: 1,
    number,
    clock,
    origin,
    tree: { root: tree.root, files: tree.files, bytes: tree.bytes },
    limits: { depth: limits.depth, keep: limits.keep },
    former: former.slice(0, limits.keep),
    removed,
  });
}

/** Writes `mirrors.json` (SPEC 6.5). */
export function buildMirrorsFile(mirrors: readonly Mirror[], number: number): Bytes {
  const bytes = encodeCanonical({ _type: 'tamizdat-mirrors', spec: 1, number, mirrors });
  parseMirrors(bytes);
  return bytes;
}

interface Signing {
  keys: OnlineKeys;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * Signs the first release of an outlet, or the next one.
 * @param former What is signed now; for the first release its roots and its mirrors.
 */
export function signRelease(
  former: SignedHead | { roots: Bytes[]; mirrors: readonly Mirror[] },
  input: ReleaseInput,
  signing: Signing,
): SignedHead {
  const isFirst = !('release' in former);
  const number = isFirst ? 1 : parseRelease(former.release).number + 1;
  const release = buildReleaseFile(input, number);
  parseRelease(release);
  const mirrors = isFirst ? buildMirrorsFile(former.mirrors, 1) : former.mirrors;
  return signTargetsAndUp(former, { release, mirrors }, signing);
}

/** Gives the file for a list of mirrors: the signed one where it says the same, else the next. */
export function nextMirrors(
  { mirrors: signed }: Pick<SignedHead, 'mirrors'>,
  mirrors: readonly Mirror[],
): Bytes {
  const { number } = parseMirrors(signed);
  const same = buildMirrorsFile(mirrors, number);
  return sha256(same) === sha256(signed) ? signed : buildMirrorsFile(mirrors, number + 1);
}

/** Signs another list of mirrors for the present release. Needs no tree. */
export function signMirrors(
  former: SignedHead,
  mirrors: readonly Mirror[],
  signing: Signing,
): SignedHead {
  const file = nextMirrors(former, mirrors);
  return signTargetsAndUp(former, { release: former.release, mirrors: file }, signing);
}

/** Signs targets and snapshot anew, for instance with new keys after a new root or because they are about to expire. */
export function renewHead(former: SignedHead, signing: Signing): SignedHead {
  return signTargetsAndUp(former, former, signing);
}

/** Signs the timestamp anew, which says: this is still the newest. Needs its key alone. */
export function refreshTimestamp(
  former: SignedHead,
  keys: Pick<OnlineKeys, 'timestamp'>,
  now: number,
): SignedHead {
  const snapshot = parseMetadata(former.snapshot, 'snapshot');
  const timestamp = signTimestamp({
    version: nextTimestamp(parseMetadata(former.timestamp, 'timestamp').version, now),
    now,
    keys: keys.timestamp,
    snapshot: former.snapshot,
    snapshotVersion: snapshot.version,
  });
  return { ...former, timestamp };
}

/**
 * The version of the next timestamp: the second it is signed in. So whoever refreshes without the history of releases,
 * and the next release, which knows nothing of that refresh, are both newer than what was there.
 */
function nextTimestamp(former: number, now: number): number {
  return Math.max(former + 1, Math.floor(now / 1_000));
}

function signTargetsAndUp(
  former: SignedHead | { roots: Bytes[] },
  files: { release: Bytes; mirrors: Bytes },
  { keys, now }: Signing,
): SignedHead {
  const last = (role: 'targets' | 'snapshot' | 'timestamp'): number =>
    'release' in former ? parseMetadata(former[role], role).version : 0;
  const { release, mirrors } = files;
  const targetsVersion = last('targets') + 1;
  const targets = signTargets({
    version: targetsVersion,
    now,
    keys: keys.targets,
    release,
    mirrors,
  });
  const snapshotVersion = last('snapshot') + 1;
  const snapshot = signSnapshot({
    version: snapshotVersion,
    now,
    keys: keys.snapshot,
    targets,
    targetsVersion,
  });
  const version = nextTimestamp(last('timestamp'), now);
  const timestamp = signTimestamp({
    version,
    now,
    keys: keys.timestamp,
    snapshot,
    snapshotVersion,
  });
  return { roots: former.roots, timestamp, snapshot, targets, release, mirrors };
}

/** Gives the files of `release/` that a head consists of, apart from nodes and bundle (SPEC 6.1). */
export function listHeadFiles(head: SignedHead): Map<string, Bytes> {
  const files = new Map<string, Bytes>();
  for (const root of head.roots)
    files.set(`${parseMetadata(root, 'root').version}.root.json`, root);
  for (const name of ['release', 'mirrors'] as const)
    files.set(`targets/${sha256(head[name])}.${name}.json`, head[name]);
  for (const role of ['targets', 'snapshot'] as const)
    files.set(`${parseMetadata(head[role], role).version}.${role}.json`, head[role]);
  return files.set('timestamp.json', head.timestamp);
}

/** Bytes a bundle is filled up to with nodes (SPEC 7.3): with headers it crosses a connection that freezes after 16 KB. */
const BUNDLE_FILL_BYTES = 12_288;
const MAX_ROOTS = 3;

/**
 * Writes `bundle.json` (SPEC, section 7).
 * @param nodes The root node, then others in the order in which they are wanted.
 */
export function buildBundle(head: SignedHead, nodes: readonly Uint8Array[]): Bytes {
  const read = (bytes: Bytes): JsonObject => parseCanonical(bytes, 'bundle') as JsonObject;
  const roots = head.roots.map(read).slice(1).slice(-MAX_ROOTS);
  const [first, ...others] = nodes.map((bytes) => Buffer.from(bytes).toString('base64'));
  const bundle = {
    _type: 'tamizdat-bundle',
    spec: 1,
    roots,
    timestamp: read(head.timestamp),
    snapshot: read(head.snapshot),
    targets: read(head.targets),
    release: read(head.release),
    mirrors: read(head.mirrors) as JsonObject | null,
    nodes: first === undefined ? [] : [first],
  };
  if (canonicalize(bundle).length > BUNDLE_FILL_BYTES) bundle.mirrors = null;
  let size = encodeCanonical(bundle).length;
  for (const node of others) {
    size += node.length + 3;
    if (size > BUNDLE_FILL_BYTES) break;
    bundle.nodes.push(node);
  }
  return encodeCanonical(bundle);
}
