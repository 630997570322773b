import type { JsonObject } from '@tamizdat/verify/format';
import { NOW, ONLINE_KEYS, ROOT_KEYS, sampleKey } from '../sample-outlet.ts';
import type { Bytes } from '../../src/sign/sign-metadata.ts';
import { renewHead } from '../../src/sign/signed-head.ts';
import { alter, forge, read, reseal } from './forge.ts';
import {
  HEAD,
  HEADS,
  ROOT_1,
  ROOT_2,
  ROOT_3,
  SECOND_KEYS,
  signSecondRoot,
  SIGNED_AT,
} from './sample-head.ts';
import { GENUINE, type HeadCase, bundleText, sealed, swap, withRoots } from './head-case.ts';

const MAX = Number.MAX_SAFE_INTEGER;

export const chainCases: HeadCase[] = [
  {
    name: 'a chain of roots with a gap',
    clause: '9.5',
    bundle: bundleText(withRoots(HEAD, ROOT_3)),
    expect: 'root-gap',
  },
  {
    name: 'a second root that names itself the third',
    clause: '9.5',
    bundle: bundleText(
      withRoots(
        HEAD,
        forge(ROOT_2, (signed) => (signed['version'] = 3), ROOT_KEYS),
      ),
    ),
    expect: 'root-gap',
  },
  {
    name: 'an older release',
    clause: '9.7',
    trust: { timestamp: SIGNED_AT, snapshot: 3, targets: 3, release: 3 },
    bundle: bundleText(HEADS[1]),
    expect: 'rollback',
  },
  {
    name: 'an older snapshot under a new timestamp',
    clause: '9.7',
    trust: { snapshot: 3 },
    bundle: bundleText(reseal(HEAD, { ...HEADS[1], timestamp: HEAD.timestamp }, ONLINE_KEYS)),
    expect: 'rollback',
  },
  {
    name: 'older targets, untouched, under a new snapshot',
    clause: '9.8',
    trust: { targets: 3 },
    bundle: bundleText({
      ...reseal(HEAD, { targets: HEADS[1].targets }, ONLINE_KEYS),
      release: HEADS[1].release,
    }),
    expect: 'rollback',
  },
  {
    name: 'an older release under new targets',
    clause: '9.10',
    trust: { release: 3 },
    bundle: sealed({ release: HEADS[1].release }),
    expect: 'rollback',
  },
  {
    name: 'an older list of mirrors under new targets',
    clause: '9.11',
    trust: { mirrors: 2 },
    bundle: bundleText(HEAD),
    expect: 'rollback',
  },
  {
    name: 'versions set to the maximum by a thief of all online keys',
    clause: '9.7',
    bundle: fastForward(),
    expect: { release: MAX, trust: { timestamp: MAX, snapshot: MAX, targets: MAX, release: MAX } },
  },
  {
    name: 'after that, the outlet’s own head is older',
    clause: '9.7',
    trust: { timestamp: MAX, snapshot: MAX, targets: MAX, release: MAX },
    bundle: bundleText(HEAD),
    expect: 'rollback',
  },
  {
    name: 'until a root with other keys lets the numbers begin again',
    clause: '9.6',
    trust: { timestamp: MAX, snapshot: MAX, targets: MAX, release: MAX, mirrors: MAX },
    bundle: bundleText(renewHead(withRoots(HEAD, ROOT_2), { keys: SECOND_KEYS, now: NOW })),
    expect: {
      ...GENUINE,
      trust: { timestamp: SIGNED_AT + 1, snapshot: 4, targets: 4, release: 3, mirrors: 1 },
    },
  },
  {
    name: 'another timestamp key alone leaves the release’s number',
    clause: '9.6',
    trust: { timestamp: MAX, snapshot: MAX, targets: MAX, release: 4 },
    bundle: rotated('timestamp'),
    expect: 'rollback',
  },
  {
    name: 'another timestamp key alone resets the versions',
    clause: '9.6',
    trust: { timestamp: MAX, snapshot: MAX, targets: MAX, release: 3 },
    bundle: rotated('timestamp'),
    expect: GENUINE,
  },
  {
    name: 'another snapshot key alone resets the versions',
    clause: '9.6',
    trust: { timestamp: MAX, snapshot: MAX, targets: MAX, release: 3 },
    bundle: rotated('snapshot'),
    expect: GENUINE,
  },
  {
    name: 'another targets key alone leaves the version of the timestamp',
    clause: '9.6',
    trust: { timestamp: MAX },
    bundle: rotated('targets'),
    expect: 'rollback',
  },
  {
    name: 'another targets key alone resets what it signed',
    clause: '9.6',
    trust: { targets: MAX, release: MAX, mirrors: MAX },
    bundle: rotated('targets'),
    expect: GENUINE,
  },
  {
    name: 'a root that only sorts its keys otherwise resets nothing',
    clause: '9.6',
    trust: { root: read(listTwo(ROOT_1, ['targets', 'timestamp'])), release: 4 },
    bundle: bundleText(withRoots(HEAD, listTwo(signSecondRoot({}), ['timestamp', 'targets']))),
    expect: 'rollback',
  },
];

function rotated(role: 'targets' | 'snapshot' | 'timestamp'): string {
  const keys = { ...ONLINE_KEYS, [role]: [sampleKey(`second ${role}`)] };
  return bundleText(renewHead(withRoots(HEAD, signSecondRoot(keys)), { keys, now: NOW }));
}

function fastForward(): string {
  const top = (signed: JsonObject): void => {
    signed['version'] = MAX;
  };
  const release = alter(HEAD.release, (file) => (file['number'] = MAX));
  const targets = forge(HEAD.targets, top);
  const snapshot = forge(HEAD.snapshot, top);
  const timestamp = forge(HEAD.timestamp, top);
  return bundleText(reseal({ ...HEAD, targets, snapshot, timestamp }, { release }, ONLINE_KEYS));
}

export const mixtureCases: HeadCase[] = [
  {
    name: 'an old snapshot as it was',
    clause: '9.8',
    bundle: swap({ snapshot: HEADS[1].snapshot }),
    expect: 'hash-mismatch',
  },
  {
    name: 'old targets as they were',
    clause: '9.9',
    bundle: swap({ targets: HEADS[1].targets }),
    expect: 'hash-mismatch',
  },
  {
    name: 'an old release as it was',
    clause: '9.10',
    bundle: swap({ release: HEADS[1].release }),
    expect: 'hash-mismatch',
  },
  {
    name: 'another list of mirrors',
    clause: '9.11',
    bundle: swap({ mirrors: alter(HEAD.mirrors, (file) => (file['mirrors'] = [])) }),
    expect: 'hash-mismatch',
  },
  {
    name: 'the right hash and another length',
    clause: '9.8',
    bundle: swap({
      timestamp: forge(
        HEAD.timestamp,
        (signed) =>
          ((signed as { meta: { 'snapshot.json': JsonObject } }).meta['snapshot.json']['length'] =
            1),
        ONLINE_KEYS.timestamp,
      ),
    }),
    expect: 'hash-mismatch',
  },
  {
    name: 'a snapshot of another version than the timestamp says',
    clause: '9.8',
    bundle: bundleText({
      ...HEAD,
      timestamp: forge(
        HEAD.timestamp,
        (signed) =>
          ((signed as { meta: { 'snapshot.json': JsonObject } }).meta['snapshot.json']['version'] =
            4),
        ONLINE_KEYS.timestamp,
      ),
    }),
    expect: 'version-mismatch',
  },
  {
    name: 'targets of another version than the snapshot says',
    clause: '9.9',
    bundle: bundleText(
      reseal(
        HEAD,
        {
          snapshot: forge(
            HEAD.snapshot,
            (signed) =>
              ((signed as { meta: { 'targets.json': JsonObject } }).meta['targets.json'][
                'version'
              ] = 4),
            ONLINE_KEYS.snapshot,
          ),
        },
        ONLINE_KEYS,
      ),
    ),
    expect: 'version-mismatch',
  },
];

/** Lets two keys sign targets, listed in this order. */
function listTwo(root: Bytes, order: ('targets' | 'timestamp')[]): Bytes {
  const keyids = order.flatMap((role) => ONLINE_KEYS[role].map(({ id }) => id));
  const edit = (signed: JsonObject): void => {
    (signed as { roles: JsonObject }).roles['targets'] = { keyids, threshold: 1 };
  };
  return forge(root, edit, ROOT_KEYS);
}
