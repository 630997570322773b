import { canonicalize, type JsonObject } from '@tamizdat/verify/format';
import { NOW, ONLINE_KEYS, ROOT_KEYS, sampleKey } from '../sample-outlet.ts';
import type { Bytes } from '../../src/sign/sign-metadata.ts';
import { renewHead } from '../../src/sign/signed-head.ts';
import { sha256 } from '../../src/tree/sha256.ts';
import { alter, forge, read, reseal } from './forge.ts';
import {
  FOREIGN_HEAD,
  FOREIGN_KEYS,
  FOREIGN_ROOT,
  HEAD,
  ROOT_1,
  ROOT_2,
  ROOT_3,
  SECOND_KEYS,
} from './sample-head.ts';
import { type HeadCase, bundleText, swap, withRoots } from './head-case.ts';

const [timestampKey] = ONLINE_KEYS.timestamp;
const timestampId = timestampKey?.id ?? '';
const bump = (signed: JsonObject): void => {
  signed['version'] = 9;
};

/** What the keys of the second root sign: genuine, were that root genuine. */
const RENEWED = renewHead(HEAD, { keys: SECOND_KEYS, now: NOW });

export const signatureCases: HeadCase[] = [
  {
    name: 'a forged site with its own root',
    clause: '9.4',
    bundle: bundleText(FOREIGN_HEAD),
    expect: 'threshold',
  },
  {
    name: 'a forged site whose root pretends to follow',
    clause: '9.5',
    bundle: bundleText({
      ...FOREIGN_HEAD,
      roots: [ROOT_1, forge(FOREIGN_ROOT, (signed) => (signed['version'] = 2), FOREIGN_KEYS.root)],
    }),
    expect: 'threshold',
  },
  {
    name: 'targets of another outlet',
    clause: '9.4',
    bundle: bundleText(reseal(HEAD, { targets: FOREIGN_HEAD.targets }, ONLINE_KEYS)),
    expect: 'threshold',
  },
  {
    name: 'a timestamp of another outlet',
    clause: '9.4',
    bundle: swap({ timestamp: FOREIGN_HEAD.timestamp }),
    expect: 'threshold',
  },
  {
    name: 'a timestamp without signatures',
    clause: '9.4',
    bundle: swap({ timestamp: forge(HEAD.timestamp, () => undefined, []) }),
    expect: 'threshold',
  },
  {
    name: 'a changed timestamp under old signatures',
    clause: '9.4',
    bundle: swap({ timestamp: forge(HEAD.timestamp, bump) }),
    expect: 'threshold',
  },
  {
    name: 'a timestamp signed by the key for targets',
    clause: '9.4',
    bundle: swap({ timestamp: forge(HEAD.timestamp, bump, ONLINE_KEYS.targets) }),
    expect: 'threshold',
  },
  {
    name: 'a timestamp signed by a root key',
    clause: '9.4',
    bundle: swap({ timestamp: forge(HEAD.timestamp, bump, ROOT_KEYS) }),
    expect: 'threshold',
  },
  {
    name: 'a snapshot signed by the key for the timestamp',
    clause: '9.4',
    bundle: bundleText(
      reseal(
        HEAD,
        { snapshot: forge(HEAD.snapshot, () => undefined, ONLINE_KEYS.timestamp) },
        ONLINE_KEYS,
      ),
    ),
    expect: 'threshold',
  },
  {
    name: 'targets signed by the key for the snapshot',
    clause: '9.4',
    bundle: bundleText(
      reseal(
        HEAD,
        { targets: forge(HEAD.targets, () => undefined, ONLINE_KEYS.snapshot) },
        ONLINE_KEYS,
      ),
    ),
    expect: 'threshold',
  },
  {
    name: 'keys that a second root has revoked',
    clause: '9.4',
    bundle: bundleText(withRoots(HEAD, ROOT_2)),
    expect: 'threshold',
  },
  {
    name: 'a second root signed by one of three',
    clause: '9.5',
    bundle: bundleText(
      withRoots(
        RENEWED,
        forge(ROOT_2, () => undefined, ROOT_KEYS.slice(2)),
      ),
    ),
    expect: 'threshold',
  },
  {
    name: 'a second root on which one signature stands twice',
    clause: '9.4',
    bundle: bundleText(
      withRoots(
        RENEWED,
        forge(ROOT_2, () => undefined, [...ROOT_KEYS.slice(2), ...ROOT_KEYS.slice(2)]),
      ),
    ),
    expect: 'threshold',
  },
  {
    name: 'a second root signed by online keys',
    clause: '9.5',
    bundle: bundleText(
      withRoots(
        RENEWED,
        forge(ROOT_2, () => undefined, [...ONLINE_KEYS.targets, ...ONLINE_KEYS.snapshot]),
      ),
    ),
    expect: 'threshold',
  },
  {
    name: 'a third root that its own keys have not signed',
    clause: '9.5',
    bundle: bundleText(
      withRoots(
        RENEWED,
        ROOT_2,
        forge(ROOT_3, () => undefined, ROOT_KEYS.slice(1)),
      ),
    ),
    expect: 'threshold',
  },
  {
    name: 'a third root that only its own new keys have signed',
    clause: '9.5',
    bundle: bundleText(
      withRoots(
        RENEWED,
        ROOT_2,
        forge(
          ROOT_3,
          (signed) => ((signed as { roles: { root: JsonObject } }).roles.root['threshold'] = 1),
          [sampleKey('root 4')],
        ),
      ),
    ),
    expect: 'threshold',
  },
  {
    name: 'one public key under two ids, asked for twice',
    clause: '9.4',
    trust: { root: read(twiceListedRoot()) },
    bundle: swap({ timestamp: twiceSigned() }),
    expect: 'threshold',
  },
  {
    name: 'a key of an unknown type',
    clause: '6.2',
    trust: { root: read(forge(ROOT_1, useUnknownKey, ROOT_KEYS)) },
    bundle: bundleText(HEAD),
    expect: 'threshold',
  },
  {
    name: 'a key that is no point of the curve',
    clause: '9.4',
    trust: { root: read(forge(ROOT_1, usePointlessKey, ROOT_KEYS)) },
    bundle: bundleText(HEAD),
    expect: 'threshold',
  },
  {
    name: 'a signature in capitals',
    clause: '9.4',
    bundle: swap({
      timestamp: alter(HEAD.timestamp, (file) => {
        for (const signature of file['signatures'] as JsonObject[])
          signature['sig'] = (signature['sig'] as string).toUpperCase();
      }),
    }),
    expect: 'threshold',
  },
];

/** The object of the timestamp's key with one member more, which is another id for the same public key. */
function doubleKey(): { id: string; key: JsonObject } {
  const key = {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: timestampKey?.point ?? '' },
    note: 'again',
  };
  return { id: hashObject(key), key };
}

function twiceListedRoot(): Bytes {
  const { id, key } = doubleKey();
  const edit = (signed: JsonObject): void => {
    (signed['keys'] as JsonObject)[id] = key;
    (signed as { roles: { timestamp: JsonObject } }).roles.timestamp = {
      keyids: [timestampId, id],
      threshold: 2,
    };
  };
  return forge(ROOT_1, edit, ROOT_KEYS);
}

function twiceSigned(): Bytes {
  const { id } = doubleKey();
  return alter(HEAD.timestamp, (file) => {
    const [signature] = file['signatures'] as JsonObject[];
    file['signatures'] = [signature ?? {}, { ...signature, keyid: id }];
  });
}

function replaceTimestampKey(signed: JsonObject, key: JsonObject): void {
  const id = hashObject(key);
  (signed['keys'] as JsonObject)[id] = key;
  (signed as { roles: { timestamp: JsonObject } }).roles.timestamp = { keyids: [id], threshold: 1 };
}

function useUnknownKey(signed: JsonObject): void {
  replaceTimestampKey(signed, { keytype: 'lattice', scheme: 'lattice', keyval: { public: 'x' } });
}

function usePointlessKey(signed: JsonObject): void {
  const point = `02${'00'.repeat(31)}`;
  replaceTimestampKey(signed, { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: point } });
}

function hashObject(key: JsonObject): string {
  return sha256(canonicalize(key));
}
