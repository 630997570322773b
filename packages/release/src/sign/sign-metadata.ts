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
import { encodeCanonical } from '@tamizdat/verify/format';
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

/** Builds `<version>.targets.json` over the two targets (SPEC 6.1, 6.3). */
export function signTargets(input: SigningInput & { release: Bytes; mirrors: Bytes }): Bytes {
  const { version, now, keys, release, mirrors } = input;
  const targets = new Targets({
    version,
    specVersion: TUF_VERSION,
    expires: formatExpiry('targets', now),
  });
  for (const [path, bytes] of [
    ['release.json', release],
    ['mirrors.json', mirrors],
  ] as const)
    targets.addTarget(
      new TargetFile({ path, length: bytes.length, hashes: { sha256: sha256(bytes) } }),
    );
  return signMetadata(targets, keys);
}

/** Builds `<version>.snapshot.json` over a targets file. */
export function signSnapshot(
  input: SigningInput & { targets: Bytes; targetsVersion: number },
): Bytes {
  const { version, now, keys, targets, targetsVersion } = input;
  const meta = { 'targets.json': describeFile(targets, targetsVersion) };
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
