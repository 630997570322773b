import { MIRRORS, NOW, ONLINE_KEYS, sampleKey } from '../sample-outlet.ts';
import {
  delegateMirrors,
  type OnlineKeys,
  renewHead,
  type SignedHead,
  signMirrors,
  undelegateMirrors,
} from '../../src/sign/signed-head.ts';
import { alter, forge, reseal } from './forge.ts';
import { bundleText, GENUINE, type HeadCase, withRoots } from './head-case.ts';
import { DAY_MS, HEAD, signSecondRoot, SIGNED_AT } from './sample-head.ts';

/** The outlet of the vectors, once its targets leave the list of mirrors to a role of its own (SPEC 6.8). */

const KEYS = { ...ONLINE_KEYS, addresses: [sampleKey('addresses')] };

/** What the machine holds that signs lists by itself. */
const LIST_KEYS = { ...KEYS, targets: [] };

/** Targets 4, addresses 1, list 1. */
const LEFT = delegateMirrors(HEAD, { keys: KEYS, now: NOW });

/** The next list: targets 4 still, addresses 2, list 2. */
const LISTED = signMirrors(LEFT, MIRRORS.slice(0, 1), { keys: LIST_KEYS, now: NOW });

const addressesOf = ({ addresses = new Uint8Array() }: SignedHead) => addresses;

/** A head with other files, and what names them signed by whoever holds the keys for lists. */
const resealed = (head: SignedHead, files: Partial<SignedHead>): SignedHead =>
  reseal(head, files, LIST_KEYS);

/** Targets with another delegation, signed by the outlet. */
const leaving = (edit: (role: Record<string, unknown>, signed: Record<string, unknown>) => void) =>
  bundleText(
    reseal(
      LEFT,
      {
        targets: forge(
          LEFT.targets,
          (signed) => {
            const { roles } = signed['delegations'] as unknown as {
              roles: [Record<string, unknown>];
            };
            edit(roles[0], signed);
          },
          KEYS.targets,
        ),
      },
      KEYS,
    ),
  );

const MAX = Number.MAX_SAFE_INTEGER;

/** All versions that the keys for lists reach, set to the maximum. */
function fastForward(): SignedHead {
  const mirrors = alter(LISTED.mirrors, (file) => (file['number'] = MAX));
  const listed = resealed(LISTED, { mirrors });
  const addresses = forge(addressesOf(listed), (one) => (one['version'] = MAX), KEYS.addresses);
  const named = resealed(listed, { addresses });
  const snapshot = forge(named.snapshot, (one) => (one['version'] = MAX), KEYS.snapshot);
  const last = resealed(named, { snapshot });
  return {
    ...last,
    timestamp: forge(last.timestamp, (one) => (one['version'] = MAX), KEYS.timestamp),
  };
}

/** The list taken back by targets, under a root that gives the snapshot another key. */
function takenBack(): SignedHead {
  const online = { ...ONLINE_KEYS, snapshot: [sampleKey('second snapshot')] };
  const rooted = withRoots(LISTED, signSecondRoot({ snapshot: online.snapshot }));
  return undelegateMirrors(rooted, { keys: online, now: NOW });
}

/** After new keys for snapshot and timestamp, and for addresses: the way out of what a thief of these did. */
function replaced(): string {
  const online: OnlineKeys = {
    ...ONLINE_KEYS,
    snapshot: [sampleKey('second snapshot')],
    timestamp: [sampleKey('second timestamp')],
    addresses: [sampleKey('second addresses')],
  };
  const root = signSecondRoot({ snapshot: online.snapshot, timestamp: online.timestamp });
  return bundleText(delegateMirrors(withRoots(LISTED, root), { keys: online, now: NOW }));
}

export const delegationCases: HeadCase[] = [
  {
    name: 'a list of mirrors that is left to a role of its own',
    clause: '9.16',
    bundle: bundleText(LEFT),
    expect: { ...GENUINE, expired: [], trust: { targets: 4, addresses: 1, mirrors: 1 } },
  },
  {
    name: 'another list, signed without the key for targets',
    clause: '9.16',
    trust: { timestamp: SIGNED_AT + 1, snapshot: 4, targets: 4, addresses: 1, mirrors: 1 },
    bundle: bundleText(LISTED),
    expect: { ...GENUINE, trust: { targets: 4, addresses: 2, mirrors: 2 } },
  },
  {
    name: 'a list of mirrors that is left to others, and not at hand',
    clause: '9.16',
    trust: { mirrors: 2, addresses: 2 },
    bundle: bundleText(LISTED, (bundle) => (bundle['mirrors'] = null)),
    expect: { ...GENUINE, trust: { addresses: 2, mirrors: 2 } },
  },
  {
    name: 'a role that is left the list of mirrors, and is missing',
    clause: '9.16',
    bundle: bundleText(LEFT, (bundle) => delete bundle['addresses']),
    expect: 'bad-bundle',
  },
  {
    name: 'a list of mirrors signed by the key for targets, which left it to others',
    clause: '9.16',
    bundle: bundleText(
      resealed(LISTED, { addresses: forge(addressesOf(LISTED), () => undefined, KEYS.targets) }),
    ),
    expect: 'threshold',
  },
  {
    name: 'an addresses file under a snapshot that names another',
    clause: '9.16',
    bundle: bundleText({ ...LISTED, addresses: addressesOf(LEFT) }),
    expect: 'hash-mismatch',
  },
  {
    name: 'an addresses file of another version than the snapshot says',
    clause: '9.16',
    bundle: bundleText(
      reseal(
        LISTED,
        {
          snapshot: forge(
            LISTED.snapshot,
            (signed) => {
              const meta = signed['meta'] as Record<string, { version: number }>;
              (meta['addresses.json'] as { version: number }).version = 3;
            },
            KEYS.snapshot,
          ),
        },
        KEYS,
      ),
    ),
    expect: 'version-mismatch',
  },
  {
    name: 'an older list, untouched, under a new snapshot',
    clause: '9.16',
    trust: { addresses: 2 },
    bundle: bundleText({
      ...resealed(LISTED, { addresses: addressesOf(LEFT) }),
      mirrors: LEFT.mirrors,
    }),
    expect: 'rollback',
  },
  {
    name: 'an older list in a new addresses file',
    clause: '9.11',
    trust: { mirrors: 2 },
    bundle: bundleText(resealed(LISTED, { mirrors: LEFT.mirrors })),
    expect: 'rollback',
  },
  {
    name: 'a list that the addresses file does not name',
    clause: '9.11',
    bundle: bundleText({ ...LISTED, mirrors: LEFT.mirrors }),
    expect: 'hash-mismatch',
  },
  {
    name: 'a thief of the key for lists who names a release of theirs',
    clause: '9.16',
    bundle: bundleText(
      resealed(LISTED, {
        addresses: forge(
          addressesOf(LISTED),
          (signed) => {
            const targets = signed['targets'] as Record<string, unknown>;
            targets['release.json'] = { length: 1, hashes: { sha256: 'f'.repeat(64) } };
          },
          KEYS.addresses,
        ),
      }),
    ),
    expect: GENUINE,
  },
  {
    name: 'a thief of the keys for lists who puts a release of theirs in its place',
    clause: '9.10',
    bundle: bundleText({
      ...LISTED,
      release: alter(LISTED.release, (file) => (file['number'] = 4)),
    }),
    expect: 'hash-mismatch',
  },
  {
    name: 'a thief of the keys for lists who signs targets',
    clause: '9.9',
    bundle: bundleText(
      resealed(LISTED, { targets: forge(LISTED.targets, () => undefined, KEYS.addresses) }),
    ),
    expect: 'threshold',
  },
  {
    name: 'numbers set to the maximum by a thief of the keys for lists',
    clause: '9.16',
    bundle: bundleText(fastForward()),
    expect: { ...GENUINE, trust: { targets: 4, addresses: MAX, mirrors: MAX } },
  },
  {
    name: 'new keys for snapshot, timestamp and lists, after numbers at the maximum',
    clause: '9.6',
    trust: {
      timestamp: MAX,
      snapshot: MAX,
      targets: 4,
      release: 3,
      mirrors: MAX,
      addresses: MAX,
    },
    bundle: replaced(),
    expect: { ...GENUINE, trust: { targets: 5, addresses: 3, mirrors: 2 } },
  },
  {
    name: 'an addresses file a year old',
    clause: '9.12',
    bundle: bundleText(
      resealed(LISTED, {
        addresses: forge(
          addressesOf(LISTED),
          (signed) => (signed['expires'] = '2026-11-22T12:00:00Z'),
          KEYS.addresses,
        ),
      }),
    ),
    expect: { ...GENUINE, expired: ['addresses'] },
  },
  {
    name: 'signed anew after a year, list and all',
    clause: '9.16',
    now: NOW + 366 * DAY_MS,
    bundle: bundleText(renewHead(LISTED, { keys: KEYS, now: NOW + 366 * DAY_MS })),
    expect: { ...GENUINE, expired: [], trust: { targets: 5, addresses: 3, mirrors: 2 } },
  },
  {
    name: 'targets that leave the release to others',
    clause: '6.8',
    bundle: leaving((role) => (role['paths'] = ['release.json'])),
    expect: 'bad-metadata',
  },
  {
    name: 'targets that leave everything to others',
    clause: '6.8',
    bundle: leaving((role) => (role['paths'] = ['*.json'])),
    expect: 'bad-metadata',
  },
  {
    name: 'targets that leave the list to a role of another name',
    clause: '6.8',
    bundle: leaving((role) => (role['name'] = 'release')),
    expect: 'bad-metadata',
  },
  {
    name: 'targets that leave the list to two roles',
    clause: '6.8',
    bundle: leaving((role, signed) => {
      (signed['delegations'] as { roles: unknown[] }).roles.push({ ...role });
    }),
    expect: 'bad-metadata',
  },
  {
    name: 'targets that name the list, and leave it to others',
    clause: '6.8',
    bundle: leaving((_, signed) => {
      const targets = signed['targets'] as Record<string, unknown>;
      targets['mirrors.json'] = targets['release.json'];
    }),
    expect: 'bad-metadata',
  },
  {
    name: 'a list that targets take back, under a root with another key for snapshots',
    clause: '6.8',
    trust: { timestamp: SIGNED_AT + 1, snapshot: 5, targets: 4, addresses: 2, mirrors: 2 },
    bundle: bundleText(takenBack()),
    expect: { ...GENUINE, expired: [], trust: { targets: 5, mirrors: 2 } },
  },
  {
    name: 'an addresses file beside targets that leave nothing to others',
    clause: '9.16',
    bundle: bundleText({ ...HEAD, addresses: addressesOf(LEFT) }),
    expect: { ...GENUINE, trust: { mirrors: 1 } },
  },
];
