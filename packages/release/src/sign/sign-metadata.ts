import {
  Metadata,
  MetaFile,
  type Root,
  Signature,
  Snapshot,
  TargetFile,
  Targets,
  Timestamp,
} from '@tufjs/models';
import { encodeCanonical, type JsonObject } from '@tamizdat/verify/format';
import { sha256 } from '../tree/sha256.ts';
import { formatExpiry } from './lifetimes.ts';
import type { SigningKey } from './signing-key.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Of the TUF specification that is followed (SPEC 6.1). */
export const TUF_VERSION = '1.0.31';

interface SigningInput {
  version: number;
  /** Milliseconds since 1970. */
  now: number;
  keys: readonly SigningKey[];
}

/** Signs with each key and writes the file in canonical form (SPEC 3.1). The order of signatures is that of key ids. */
export function signMetadata(
  signed: Root | Snapshot | Targets | Timestamp,
  keys: readonly SigningKey[],
): Bytes {
  const metadata = new Metadata(signed);
  for (const key of keys.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    metadata.sign((message) => new Signature({ keyID: key.id, sig: key.sign(message) }));
  return encodeCanonical(metadata.toJSON());
}

/** What targets name: the release, and the list of mirrors or to whom they leave it (SPEC 6.8). */
export type Named = { release: Bytes } & ({ mirrors: Bytes } | { delegations: JsonObject });

/** Builds `<version>.targets.json` over the two targets (SPEC 6.1, 6.3), or over one and a delegation. */
export function signTargets(input: SigningInput & Named): Bytes {
  const { version, now, keys, release } = input;
  const targets = Targets.fromJSON({
    _type: 'targets',
    spec_version: TUF_VERSION,
    version,
    expires: formatExpiry('targets', now),
    ...('delegations' in input && { delegations: input.delegations }),
  });
  addTarget(targets, 'release.json', release);
  if ('mirrors' in input) addTarget(targets, 'mirrors.json', input.mirrors);
  return signMetadata(targets, keys);
}

/** Builds `<version>.addresses.json` over the list of mirrors (SPEC 6.8). */
export function signAddresses(input: SigningInput & { mirrors: Bytes }): Bytes {
  const { version, now, keys, mirrors } = input;
  const expires = formatExpiry('addresses', now);
  const targets = new Targets({ version, specVersion: TUF_VERSION, expires });
  addTarget(targets, 'mirrors.json', mirrors);
  return signMetadata(targets, keys);
}

function addTarget(targets: Targets, path: string, bytes: Bytes): void {
  const hashes = { sha256: sha256(bytes) };
  targets.addTarget(new TargetFile({ path, length: bytes.length, hashes }));
}

/** Builds `<version>.snapshot.json` over a targets file, and over that of a delegated role where there is one. */
export function signSnapshot(
  input: SigningInput & {
    targets: Bytes;
    targetsVersion: number;
    addresses?: { bytes: Bytes; version: number } | undefined;
  },
): Bytes {
  const { version, now, keys, targets, targetsVersion, addresses } = input;
  const meta = {
    'targets.json': describeFile(targets, targetsVersion),
    ...(addresses && { 'addresses.json': describeFile(addresses.bytes, addresses.version) }),
  };
  return signMetadata(
    new Snapshot({
      version,
      specVersion: TUF_VERSION,
      expires: formatExpiry('snapshot', now),
      meta,
    }),
    keys,
  );
}

/** Builds `timestamp.json` over a snapshot file. */
export function signTimestamp(
  input: SigningInput & { snapshot: Bytes; snapshotVersion: number },
): Bytes {
  const { version, now, keys, snapshot, snapshotVersion } = input;
  const snapshotMeta = describeFile(snapshot, snapshotVersion);
  return signMetadata(
    new Timestamp({
      version,
      specVersion: TUF_VERSION,
      expires: formatExpiry('timestamp', now),
      snapshotMeta,
    }),
    keys,
  );
}

function describeFile(bytes: Bytes, version: number): MetaFile {
  return new MetaFile({ version, length: bytes.length, hashes: { sha256: sha256(bytes) } });
}
