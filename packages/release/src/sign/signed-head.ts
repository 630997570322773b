import { encodeCanonical, type JsonObject } from '@tamizdat/verify/format';
import {
  type Mirror,
  parseMetadata,
  parseMirrors,
  parseRelease,
  type Release,
} from '@tamizdat/verify';
import { sha256 } from '../tree/sha256.ts';
import { ToldError } from '@tamizdat/problem';
import { buildDelegations, readDelegations } from './delegations.ts';
import {
  type Bytes,
  signAddresses,
  signSnapshot,
  signTargets,
  signTimestamp,
} from './sign-metadata.ts';
import type { SigningKey } from './signing-key.ts';

/** Everything that is signed at a moment: all roots, ascending, and the newest of each other file. */
export interface SignedHead {
  roots: Bytes[];
  timestamp: Bytes;
  snapshot: Bytes;
  targets: Bytes;
  release: Bytes;
  mirrors: Bytes;
  /** What names the list of mirrors where targets leave it to a role of its own (SPEC 6.8). */
  addresses?: Bytes | undefined;
}

/** Keys that sign, by role: as many of each as its threshold asks for. */
export interface OnlineKeys {
  targets: readonly SigningKey[];
  snapshot: readonly SigningKey[];
  timestamp: readonly SigningKey[];
  /** For the list of mirrors, where targets leave it to a role of its own. */
  addresses?: readonly SigningKey[] | undefined;
}

/** Keys that sign another list of mirrors where that is left to a role of its own: those for targets are not needed. */
export type ListKeys = Omit<OnlineKeys, 'targets'> & { targets?: OnlineKeys['targets'] };

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

interface Signing<Keys = OnlineKeys> {
  keys: Keys;
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

/**
 * Gives the file for a list of mirrors: the signed one where it says the same, else the next.
 * @param isAgain Whether the same list is to be signed as the next one too, for programs that hold it (SPEC 9.15).
 */
export function nextMirrors(
  { mirrors: signed }: Pick<SignedHead, 'mirrors'>,
  mirrors: readonly Mirror[],
  isAgain = false,
): Bytes {
  const { number } = parseMirrors(signed);
  const same = buildMirrorsFile(mirrors, number);
  return !isAgain && sha256(same) === sha256(signed)
    ? signed
    : buildMirrorsFile(mirrors, number + 1);
}

/**
 * Signs another list of mirrors for the present release. Needs no tree, and no key for targets where these leave the list
 * to a role of its own.
 * @throws ToldError `keys-missing`
 */
export function signMirrors(
  former: SignedHead,
  mirrors: readonly Mirror[],
  { keys, now }: Signing<ListKeys>,
  isAgain = false,
): SignedHead {
  const file = nextMirrors(former, mirrors, isAgain);
  if (former.addresses === undefined) {
    if (keys.targets === undefined) throw lackOf('targets');
    const signing = { keys: { ...keys, targets: keys.targets }, now };
    return signTargetsAndUp(former, { release: former.release, mirrors: file }, signing);
  }
  const addresses = nextAddresses(former, file, { keys, now });
  return signSnapshotAndUp(former, { ...former, mirrors: file, addresses }, { keys, now });
}

/**
 * Leaves the list of mirrors to a role of its own from now on (SPEC 6.8), or to another key than so far.
 * @throws ToldError `keys-missing`
 */
export function delegateMirrors(former: SignedHead, { keys, now }: Signing): SignedHead {
  if (keys.addresses === undefined || keys.addresses.length === 0) throw lackOf('addresses');
  const delegations = buildDelegations(keys.addresses);
  return signTargetsAndUp(former, former, { keys, now }, delegations);
}

/**
 * Takes the list of mirrors back: targets name it again, and `snapshot` names no file of addresses. Clients of TUF follow
 * that under a root alone that gives `snapshot` other keys than before (SPEC 6.8).
 */
export const undelegateMirrors = (former: SignedHead, signing: Signing): SignedHead =>
  signTargetsAndUp(former, former, signing, null);

const lackOf = (role: 'targets' | 'addresses'): ToldError =>
  new ToldError(
    'keys-missing',
    {
      en: `Another list of mirrors needs the key for ${role}, which is not at hand.`,
      ru: `Чтобы подписать другой список зеркал, нужен ключ ${role}, а его под рукой нет.`,
    },
    {
      en: `Bring it: a key file, or TAMIZDAT_KEY_${role.toUpperCase()}.`,
      ru: `Принесите его: файл ключа или TAMIZDAT_KEY_${role.toUpperCase()}.`,
    },
  );

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

const delegationsOf = (former: SignedHead | { roots: Bytes[] }): JsonObject | undefined =>
  'release' in former ? readDelegations(former.targets) : undefined;

function signTargetsAndUp(
  former: SignedHead | { roots: Bytes[] },
  { release, mirrors }: { release: Bytes; mirrors: Bytes },
  { keys, now }: Signing,
  /** Null where the list is to be left to nobody. */
  delegations: JsonObject | null | undefined = delegationsOf(former),
): SignedHead {
  const version = lastVersion(former, 'targets') + 1;
  const named = delegations ? { release, delegations } : { release, mirrors };
  const targets = signTargets({ version, now, keys: keys.targets, ...named });
  const addresses = delegations ? nextAddresses(former, mirrors, { keys, now }) : undefined;
  return signSnapshotAndUp(former, { release, mirrors, targets, addresses }, { keys, now });
}

const lastVersion = (
  former: SignedHead | { roots: Bytes[] },
  role: 'targets' | 'snapshot' | 'timestamp' | 'addresses',
): number => {
  const bytes = 'release' in former ? former[role] : undefined;
  return bytes === undefined ? 0 : parseMetadata(bytes, role).version;
};

/**
 * What names a list of mirrors: signed anew where the key is at hand, else what named the same list before.
 * @throws ToldError `keys-missing` for another list without the key
 */
function nextAddresses(
  former: SignedHead | { roots: Bytes[] },
  mirrors: Bytes,
  { keys, now }: Signing<ListKeys>,
): Bytes {
  const known = 'release' in former ? former : undefined;
  if (keys.addresses !== undefined && keys.addresses.length > 0) {
    const version = lastVersion(former, 'addresses') + 1;
    return signAddresses({ version, now, keys: keys.addresses, mirrors });
  }
  if (known?.addresses === undefined || sha256(known.mirrors) !== sha256(mirrors))
    throw lackOf('addresses');
  return known.addresses;
}

function signSnapshotAndUp(
  former: SignedHead | { roots: Bytes[] },
  files: Pick<SignedHead, 'targets' | 'release' | 'mirrors' | 'addresses'>,
  { keys, now }: Signing<ListKeys>,
): SignedHead {
  const { release, mirrors, targets, addresses } = files;
  const snapshotVersion = lastVersion(former, 'snapshot') + 1;
  const snapshot = signSnapshot({
    version: snapshotVersion,
    now,
    keys: keys.snapshot,
    targets,
    targetsVersion: parseMetadata(targets, 'targets').version,
    addresses: addresses && {
      bytes: addresses,
      version: parseMetadata(addresses, 'addresses').version,
    },
  });
  const version = nextTimestamp(lastVersion(former, 'timestamp'), now);
  const timestamp = signTimestamp({
    version,
    now,
    keys: keys.timestamp,
    snapshot,
    snapshotVersion,
  });
  const head = { roots: former.roots, timestamp, snapshot, targets, release, mirrors };
  return addresses === undefined ? head : { ...head, addresses };
}
