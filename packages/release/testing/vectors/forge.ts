import {
  canonicalize,
  encodeCanonical,
  type JsonObject,
  parseCanonical,
} from '@tamizdat/verify/format';
import type { Bytes } from '../../src/sign/sign-metadata.ts';
import type { SignedHead } from '../../src/sign/signed-head.ts';
import type { SigningKey } from '../../src/sign/signing-key.ts';
import { sha256 } from '../../src/tree/sha256.ts';

/** What somebody who holds some of the keys, or none, can make of an outlet's files. */

type Edit = (signed: JsonObject) => void;

export function read(bytes: Bytes): JsonObject {
  return parseCanonical(bytes, 'forge') as JsonObject;
}

/** Changes what a metadata file says and signs it with these keys; without keys, the old signatures stay. */
export function forge(bytes: Bytes, edit: Edit, keys?: readonly SigningKey[]): Bytes {
  const file = structuredClone(read(bytes)) as { signed: JsonObject; signatures: JsonObject[] };
  edit(file.signed);
  const message = encodeCanonical(file.signed);
  if (keys !== undefined)
    file.signatures = keys.map((key) => ({ keyid: key.id, sig: key.sign(message) }));
  return encodeCanonical(file);
}

/** Changes a file that is not metadata. */
export function alter(bytes: Bytes, edit: Edit): Bytes {
  const file = structuredClone(read(bytes));
  edit(file);
  return encodeCanonical(file);
}

/** Keys by role that sign what follows from a forged file. */
export interface StolenKeys {
  targets: readonly SigningKey[];
  addresses?: readonly SigningKey[] | undefined;
  snapshot: readonly SigningKey[];
  timestamp: readonly SigningKey[];
}

/** Puts other files into a head and signs what names them, so that lengths, hashes and versions agree again. */
export function reseal(
  head: SignedHead,
  changes: Partial<SignedHead>,
  keys: StolenKeys,
): SignedHead {
  const next = { ...head, ...changes };
  const list = { 'mirrors.json': describe(next.mirrors) };
  const isLeft = head.addresses !== undefined;
  if (changes.release !== undefined || (changes.mirrors !== undefined && !isLeft)) {
    const targets = { 'release.json': describe(next.release), ...(isLeft ? {} : list) };
    next.targets = forge(next.targets, (signed) => (signed['targets'] = targets), keys.targets);
  }
  if (next.addresses && changes.mirrors !== undefined)
    next.addresses = forge(next.addresses, (signed) => (signed['targets'] = list), keys.addresses);
  if (next.targets !== head.targets || next.addresses !== head.addresses) {
    const meta = {
      'targets.json': { ...describe(next.targets), version: versionOf(next.targets) },
      ...(next.addresses && {
        'addresses.json': { ...describe(next.addresses), version: versionOf(next.addresses) },
      }),
    };
    next.snapshot = forge(next.snapshot, (signed) => (signed['meta'] = meta), keys.snapshot);
  }
  if (next.snapshot !== head.snapshot) {
    const meta = {
      'snapshot.json': { ...describe(next.snapshot), version: versionOf(next.snapshot) },
    };
    next.timestamp = forge(next.timestamp, (signed) => (signed['meta'] = meta), keys.timestamp);
  }
  return next;
}

function describe(bytes: Bytes): { length: number; hashes: { sha256: string } } {
  return { length: bytes.length, hashes: { sha256: sha256(bytes) } };
}

function versionOf(bytes: Bytes): number {
  return (read(bytes) as { signed: { version: number } }).signed.version;
}

/** Text of a value in which `from` stands once replaced by what no canonical writer would write. */
export function spoil(bytes: Bytes, from: string, to: string): string {
  const text = canonicalize(read(bytes));
  if (!text.includes(from)) throw new Error(`${from} is not in the file`);
  return text.replace(from, to);
}
