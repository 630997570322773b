import { NOW, ONLINE_KEYS, sampleKey } from '../sample-outlet.ts';
import { renewHead } from '../../src/sign/signed-head.ts';
import { alter, forge, read } from './forge.ts';
import { DAY_MS, HEAD, ROOT_2, ROOT_3, SECOND_KEYS, SIGNED_AT } from './sample-head.ts';
import { GENUINE, type HeadCase, bundleText, sealed, swap, withRoots } from './head-case.ts';

export const genuineHeads: HeadCase[] = [
  {
    name: 'a head, seen for the first time',
    clause: '9.14',
    bundle: bundleText(HEAD),
    expect: {
      ...GENUINE,
      expired: [],
      clockBehind: false,
      trust: { timestamp: SIGNED_AT, snapshot: 3, targets: 3, release: 3, mirrors: 1 },
    },
  },
  {
    name: 'the same head again',
    clause: '9.7',
    trust: { timestamp: SIGNED_AT, snapshot: 3, targets: 3, release: 3, mirrors: 1 },
    bundle: bundleText(HEAD),
    expect: GENUINE,
  },
  {
    name: 'a head without its list of mirrors',
    clause: '9.11',
    trust: { mirrors: 1 },
    bundle: bundleText(HEAD, (bundle) => (bundle['mirrors'] = null)),
    expect: { ...GENUINE, trust: { mirrors: 1 } },
  },
  {
    name: 'members that nobody knows',
    clause: '3.6',
    bundle: bundleText(HEAD, (bundle) => (bundle['later'] = { a: [] })),
    expect: GENUINE,
  },
  {
    name: 'a signature of an unknown key beside the right one',
    clause: '9.4',
    bundle: swap({
      timestamp: forge(HEAD.timestamp, () => undefined, [
        sampleKey('nobody'),
        ...ONLINE_KEYS.timestamp,
      ]),
    }),
    expect: GENUINE,
  },
  {
    name: 'a second root that replaces all online keys',
    clause: '9.5',
    bundle: bundleText(renewHead(withRoots(HEAD, ROOT_2), { keys: SECOND_KEYS, now: NOW })),
    expect: { ...GENUINE, trust: { timestamp: SIGNED_AT + 1, snapshot: 4, targets: 4 } },
  },
  {
    name: 'two roots further, with another root key and threshold',
    clause: '9.5',
    bundle: bundleText(renewHead(withRoots(HEAD, ROOT_2, ROOT_3), { keys: SECOND_KEYS, now: NOW })),
    expect: GENUINE,
  },
  {
    name: 'a root of a version that is known already',
    clause: '9.5',
    trust: { root: read(ROOT_2) },
    bundle: bundleText(renewHead(withRoots(HEAD, ROOT_2), { keys: SECOND_KEYS, now: NOW })),
    expect: GENUINE,
  },
];

export const clockCases: HeadCase[] = [
  {
    name: 'a timestamp a week old: an old head shown for ever',
    clause: '9.12',
    now: NOW + 7 * DAY_MS,
    bundle: bundleText(HEAD),
    expect: { ...GENUINE, expired: ['timestamp'] },
  },
  {
    name: 'the last second of a timestamp',
    clause: '9.12',
    now: NOW + 7 * DAY_MS - 1_000,
    bundle: bundleText(HEAD),
    expect: { ...GENUINE, expired: [] },
  },
  {
    name: 'a clock a year ahead',
    clause: '9.12',
    now: NOW + 366 * DAY_MS,
    bundle: bundleText(HEAD),
    expect: { ...GENUINE, expired: ['targets', 'snapshot', 'timestamp'], clockBehind: false },
  },
  {
    name: 'a clock three years ahead',
    clause: '9.12',
    now: NOW + 1_096 * DAY_MS,
    bundle: bundleText(HEAD),
    expect: { ...GENUINE, expired: ['root', 'targets', 'snapshot', 'timestamp'] },
  },
  {
    name: 'a clock a year behind',
    clause: '9.13',
    now: NOW - 365 * DAY_MS,
    bundle: bundleText(HEAD),
    expect: { ...GENUINE, expired: [], clockBehind: true },
  },
  {
    name: 'a timestamp from two days ahead, of a site whose clock is long past',
    clause: '9.13',
    now: NOW - 2 * DAY_MS,
    bundle: sealed({
      release: alter(HEAD.release, (file) => (file['clock'] = '2026-10-24T12:00:00Z')),
    }),
    expect: { ...GENUINE, clockBehind: true },
  },
  {
    name: 'a site’s clock two days ahead',
    clause: '9.13',
    bundle: sealed({
      release: alter(HEAD.release, (file) => (file['clock'] = '2026-11-24T12:00:00Z')),
    }),
    expect: { ...GENUINE, clockBehind: true },
  },
];
