import { type JsonObject, encodeCanonical } from './json/canonical-json.ts';
import { MAX_CLOCK_LEAD_MS, MAX_TIMESTAMP_LIFE_MS } from './limits.ts';
import { ReleaseError } from './release-error.ts';
import type { HeadFiles } from './bundle.ts';
import { digest } from './digest.ts';
import {
  boundBytes,
  type FileClaim,
  type FileRole,
  type Keyring,
  type Metadata,
  parseClaim,
  parseDelegation,
  parseMetadata,
  parseRoot,
  type Role,
  type RootMetadata,
  type Signature,
} from './metadata.ts';
import { type MirrorList, parseMirrors, parseRelease, type Release } from './release-file.ts';
import { verifyEd25519, type VerifySignature, verifySigned } from './signatures.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a verifier remembers of an outlet (SPEC 9.1, 9.14). Plain JSON; it must be kept where nobody else writes. */
export interface Trust {
  /** The newest root file known, or the one to begin with. */
  root: JsonObject;
  timestamp: number;
  snapshot: number;
  targets: number;
  release: number;
  mirrors: number;
  /** Absent where targets never left the list of mirrors to others, or before that was known of. */
  addresses?: number;
}

export interface Head {
  release: Release;
  /** Absent where `mirrors.json` was not at hand. */
  mirrors: MirrorList | undefined;
  /** Roles that are past their time: the release is genuine, and may be out of date (SPEC 9.12). */
  expired: FileRole[];
  /** Whether the verifier's clock is behind, so that nothing can be said about freshness (SPEC 9.13). */
  isClockBehind: boolean;
  /** To be remembered in place of what was given. */
  trust: Trust;
}

export interface VerifyOptions {
  /** Milliseconds since 1970. */
  now: number;
  /** For browsers whose WebCrypto lacks Ed25519. */
  verifySignature?: VerifySignature | undefined;
}

/** Begins with a root from elsewhere (SPEC 9.1). */
export function startTrust(root: JsonObject): Trust {
  return { root, timestamp: 0, snapshot: 0, targets: 0, release: 0, mirrors: 0 };
}

/**
 * Verifies that these files are a head of the outlet that `trust` names, not older than what it remembers (SPEC,
 * section 9, in its order).
 * @throws ReleaseError at the first step that fails. What was given is not changed.
 */
export async function verifyHead(
  files: HeadFiles,
  given: Trust,
  { now, verifySignature = verifyEd25519 }: VerifyOptions,
): Promise<Head> {
  const known = await parseRoot(encodeCanonical(given.root));
  const root = await verifyRoots(known, files.roots, verifySignature);
  const trust = forgetReplaced(given, known, root);
  const timestamp = await verifyTimestamp(files.timestamp, root, trust, verifySignature);
  const snapshot = await verifySnapshot(files.snapshot, timestamp, root, trust, verifySignature);
  const targets = await verifyTargets(files.targets, snapshot, root, verifySignature);
  const release = await verifyRelease(files.release, targets, trust);
  const addresses = await verifyAddresses(
    files.addresses,
    targets,
    snapshot,
    trust,
    verifySignature,
  );
  const mirrors =
    files.mirrors && (await verifyMirrors(files.mirrors, addresses ?? targets, trust));
  const addressed = addresses?.version ?? trust.addresses;
  return {
    release,
    mirrors,
    expired: [root, targets, ...(addresses ? [addresses] : []), snapshot, timestamp]
      .filter(({ expires }) => expires <= now)
      .map(({ role }) => role),
    isClockBehind:
      timestamp.expires - now > MAX_TIMESTAMP_LIFE_MS ||
      Date.parse(release.clock) - now > MAX_CLOCK_LEAD_MS,
    trust: {
      root: {
        signatures: root.signatures as (Signature & JsonObject)[],
        signed: root.signed,
      },
      timestamp: timestamp.version,
      snapshot: snapshot.version,
      targets: targets.version,
      release: release.number,
      mirrors: mirrors?.number ?? trust.mirrors,
      ...(addressed !== undefined && { addresses: addressed }),
    },
  };
}

/**
 * Follows the chain of roots (SPEC 9.5).
 * @throws ReleaseError `root-gap`, whose `expected` is the version to fetch; `threshold`
 */
export async function verifyRoots(
  known: RootMetadata,
  roots: readonly Bytes[],
  verify: VerifySignature,
): Promise<RootMetadata> {
  let newest = known;
  for (const bytes of roots) {
    const next = await parseRoot(bytes);
    if (next.version <= newest.version) continue;
    if (next.version !== newest.version + 1)
      throw new ReleaseError('root-gap', { expected: newest.version + 1, found: next.version });
    await verifySigned(next, newest, verify);
    await verifySigned(next, next, verify);
    newest = next;
  }
  return newest;
}

/** Drops what was remembered under keys that the new root replaces (SPEC 9.6). */
export function forgetReplaced(trust: Trust, known: RootMetadata, root: RootMetadata): Trust {
  const isReplaced = (role: Role): boolean => nameKeys(known, role) !== nameKeys(root, role);
  const isOnline = isReplaced('timestamp') || isReplaced('snapshot');
  const isTargets = isReplaced('targets');
  return {
    ...trust,
    ...(isOnline && { timestamp: 0, snapshot: 0, targets: 0, mirrors: 0 }),
    ...(isOnline && trust.addresses !== undefined && { addresses: 0 }),
    ...(isTargets && { targets: 0, release: 0, mirrors: 0 }),
  };
}

function nameKeys({ roles }: RootMetadata, role: Role): string {
  return [roles[role].threshold, ...roles[role].keyids.toSorted()].join(' ');
}

/** SPEC 9.7. */
export async function verifyTimestamp(
  bytes: Bytes,
  root: RootMetadata,
  trust: Trust,
  verify: VerifySignature,
): Promise<Metadata> {
  const timestamp = parseMetadata(bytes, 'timestamp');
  await verifySigned(timestamp, root, verify);
  const snapshot = parseClaim(timestamp, 'meta', 'snapshot.json');
  refuseRollback('timestamp', trust.timestamp, timestamp.version);
  refuseRollback('snapshot', trust.snapshot, snapshot.version);
  return timestamp;
}

/** SPEC 9.8. */
export async function verifySnapshot(
  bytes: Bytes,
  timestamp: Metadata,
  root: RootMetadata,
  trust: Trust,
  verify: VerifySignature,
): Promise<Metadata> {
  const claim = parseClaim(timestamp, 'meta', 'snapshot.json');
  const snapshot = await verifyClaimed(bytes, claim, 'snapshot', root, verify);
  refuseRollback('targets', trust.targets, parseClaim(snapshot, 'meta', 'targets.json').version);
  return snapshot;
}

/** SPEC 9.9. */
export async function verifyTargets(
  bytes: Bytes,
  snapshot: Metadata,
  root: RootMetadata,
  verify: VerifySignature,
): Promise<Metadata> {
  const claim = parseClaim(snapshot, 'meta', 'targets.json');
  return verifyClaimed(bytes, claim, 'targets', root, verify);
}

/**
 * SPEC 9.16.
 * @returns undefined where targets name the list of mirrors themselves
 * @throws ReleaseError; `bad-bundle` where the file is not at hand
 */
export async function verifyAddresses(
  bytes: Bytes | undefined,
  targets: Metadata,
  snapshot: Metadata,
  trust: Trust,
  verify: VerifySignature,
): Promise<Metadata | undefined> {
  const delegation = await parseDelegation(targets);
  if (delegation === undefined) return undefined;
  if (bytes === undefined)
    throw new ReleaseError('bad-bundle', { at: 'bundle', found: 'addresses' });
  const claim = parseClaim(snapshot, 'meta', 'addresses.json');
  refuseRollback('addresses', trust.addresses ?? 0, claim.version);
  return verifyClaimed(bytes, claim, 'addresses', delegation, verify);
}

async function verifyClaimed(
  bytes: Bytes,
  claim: FileClaim,
  role: Exclude<FileRole, 'root'>,
  root: Keyring,
  verify: VerifySignature,
): Promise<Metadata> {
  boundBytes(bytes, role);
  await verifyHash(bytes, claim, role);
  const metadata = parseMetadata(bytes, role);
  await verifySigned(metadata, root, verify);
  if (metadata.version !== claim.version)
    throw new ReleaseError('version-mismatch', {
      at: role,
      expected: claim.version,
      found: metadata.version,
    });
  return metadata;
}

/** SPEC 9.10. */
export async function verifyRelease(
  bytes: Bytes,
  targets: Metadata,
  trust: Trust,
): Promise<Release> {
  await verifyTarget(bytes, targets, 'release.json');
  const release = parseRelease(bytes);
  refuseRollback('release.json', trust.release, release.number);
  return release;
}

/**
 * SPEC 9.11.
 * @param targets What names the list: targets, or the role that they leave it to.
 */
export async function verifyMirrors(
  bytes: Bytes,
  targets: Metadata,
  trust: Trust,
): Promise<MirrorList> {
  await verifyTarget(bytes, targets, 'mirrors.json');
  const mirrors = parseMirrors(bytes);
  refuseRollback('mirrors.json', trust.mirrors, mirrors.number);
  return mirrors;
}

async function verifyTarget(
  bytes: Bytes,
  targets: Metadata,
  name: 'release.json' | 'mirrors.json',
): Promise<void> {
  boundBytes(bytes, name);
  await verifyHash(bytes, parseClaim(targets, 'targets', name), name);
}

async function verifyHash(bytes: Bytes, claim: FileClaim, at: string): Promise<void> {
  const found = await digest(bytes);
  if (bytes.length !== claim.length || found !== claim.sha256)
    throw new ReleaseError('hash-mismatch', { at, expected: claim.sha256, found });
}

function refuseRollback(at: string, expected: number, found: number): void {
  if (found < expected) throw new ReleaseError('rollback', { at, expected, found });
}
