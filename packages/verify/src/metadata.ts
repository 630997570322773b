import {
  encodeCanonical,
  type JsonObject,
  type JsonValue,
  parseCanonical,
} from './json/canonical-json.ts';
import { MAX_BYTES } from './limits.ts';
import { ReleaseError } from './release-error.ts';
import { digest } from './digest.ts';
import { isCount, isHash, isObject, parseTime, type Shape, startShape } from './shape.ts';

export const ROLES = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type Role = (typeof ROLES)[number];

/** Whose file it is: one of the four, or the role to which targets may leave the list of mirrors (SPEC 6.8). */
export type FileRole = Role | 'addresses';

export interface Signature {
  keyid: string;
  sig: string;
}

/** A metadata file whose form is right. Nothing is said of its signatures. */
export interface Metadata {
  role: FileRole;
  signed: JsonObject;
  signatures: Signature[];
  version: number;
  /** Milliseconds since 1970. */
  expires: number;
}

export interface RoleKeys {
  keyids: string[];
  threshold: number;
}

/** Who may sign for some roles. */
export interface Keyring {
  /** Public keys, hexadecimal, by id: those of a type that counts. */
  keys: Map<string, string>;
  roles: Partial<Record<FileRole, RoleKeys>>;
}

export interface RootMetadata extends Metadata, Keyring {
  roles: Record<Role, RoleKeys>;
}

/** What one file says of another (SPEC 6.3). */
export interface FileClaim {
  /** 1 for targets, of which TUF gives none. */
  version: number;
  length: number;
  sha256: string;
}

/** @throws ReleaseError `too-large` */
export function boundBytes(bytes: Uint8Array, at: keyof typeof MAX_BYTES): void {
  if (bytes.length > MAX_BYTES[at])
    throw new ReleaseError('too-large', { at, expected: MAX_BYTES[at], found: bytes.length });
}

/**
 * Reads a metadata file (SPEC 9.2, 9.3).
 * @throws ReleaseError `too-large`, `not-canonical`, `bad-metadata`
 */
export function parseMetadata(bytes: Uint8Array, role: FileRole): Metadata {
  boundBytes(bytes, role);
  const file = parseCanonical(bytes, role);
  const ensure: Shape = startShape('bad-metadata', role);
  ensure(isObject(file) && isObject(file['signed']), 'signed');
  const { signed, signatures } = file;
  ensure(Array.isArray(signatures) && signatures.every(isSignature), 'signatures');
  const { _type, spec_version: spec, version } = signed;
  const expires = parseTime(signed['expires']);
  ensure(_type === (role === 'addresses' ? 'targets' : role), '_type');
  ensure(typeof spec === 'string' && spec.startsWith('1.'), 'spec_version');
  ensure(isCount(version, 1), 'version');
  ensure(!Number.isNaN(expires), 'expires');
  return { role, signed, signatures, version, expires };
}

function isSignature(value: JsonValue): value is Signature & JsonObject {
  return isObject(value) && typeof value['keyid'] === 'string' && typeof value['sig'] === 'string';
}

/**
 * Reads a root file (SPEC 9.3).
 * @throws ReleaseError as {@link parseMetadata}
 */
export async function parseRoot(bytes: Uint8Array): Promise<RootMetadata> {
  const metadata = parseMetadata(bytes, 'root');
  const ensure: Shape = startShape('bad-metadata', 'root');
  const { keys, roles, consistent_snapshot: isConsistent } = metadata.signed;
  ensure(isConsistent === true, 'consistent_snapshot');
  ensure(isObject(keys) && isObject(roles), 'keys, roles');
  const known = await parseKeys(keys, ensure);
  const parsed = ROLES.map((role) => [role, parseRoleKeys(roles[role], ensure)] as const);
  return { ...metadata, keys: known, roles: Object.fromEntries(parsed) as Record<Role, RoleKeys> };
}

/** SPEC 6.2. */
async function parseKeys(keys: JsonObject, ensure: Shape): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const [keyid, key] of Object.entries(keys)) {
    ensure(isObject(key) && isObject(key['keyval']), 'key');
    ensure((await digest(encodeCanonical(key))) === keyid, 'keyid');
    if (key['keytype'] !== 'ed25519' || key['scheme'] !== 'ed25519') continue;
    const { public: point } = key['keyval'];
    ensure(isHash(point), 'public');
    known.set(keyid, point);
  }
  return known;
}

/**
 * Reads to whom targets leave the list of mirrors (SPEC 6.8); undefined where they name it themselves.
 * @throws ReleaseError `bad-metadata` for any other delegation
 */
export async function parseDelegation({ signed }: Metadata): Promise<Keyring | undefined> {
  const { delegations, targets } = signed;
  if (delegations === undefined) return undefined;
  const ensure: Shape = startShape('bad-metadata', 'targets');
  ensure(isObject(delegations) && isObject(targets), 'delegations');
  const { keys, roles } = delegations;
  ensure(isObject(keys) && Array.isArray(roles) && roles.length === 1, 'delegations');
  const [role] = roles;
  ensure(isObject(role) && role['name'] === 'addresses', 'delegated name');
  const { paths, terminating } = role;
  ensure(Array.isArray(paths) && paths.length === 1 && paths[0] === LEFT, 'delegated paths');
  ensure(typeof terminating === 'boolean', 'terminating');
  // Clients of TUF would take that one, and never see the other.
  ensure(!Object.hasOwn(targets, LEFT), 'mirrors.json twice');
  return { keys: await parseKeys(keys, ensure), roles: { addresses: parseRoleKeys(role, ensure) } };
}

/** What targets may leave to somebody else. */
const LEFT = 'mirrors.json';

function parseRoleKeys(value: JsonObject[string] | undefined, ensure: Shape): RoleKeys {
  ensure(isObject(value), 'role');
  const { keyids, threshold } = value;
  ensure(isCount(threshold, 1), 'threshold');
  ensure(Array.isArray(keyids) && keyids.every((keyid) => typeof keyid === 'string'), 'keyids');
  ensure(new Set(keyids).size === keyids.length, 'keyids');
  return { keyids, threshold };
}

/**
 * Reads what a file says of another one: a member of `meta` with its version, or of `targets` without.
 * @throws ReleaseError `bad-metadata`
 */
export function parseClaim({ role, signed }: Metadata, list: string, name: string): FileClaim {
  const ensure: Shape = startShape('bad-metadata', role);
  const claims = signed[list];
  ensure(isObject(claims), list);
  const claim = Object.hasOwn(claims, name) ? claims[name] : null;
  ensure(isObject(claim) && isObject(claim['hashes']), name);
  const { length, hashes } = claim;
  const { sha256 } = hashes;
  const version = list === 'meta' ? claim['version'] : 1;
  ensure(isCount(version, 1) && isCount(length, 0) && isHash(sha256), name);
  return { version, length, sha256 };
}
