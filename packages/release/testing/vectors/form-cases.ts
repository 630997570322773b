import type { JsonObject } from '@tamizdat/verify/format';
import { NOW, ONLINE_KEYS, ROOT_KEYS, sampleSigners } from '../sample-outlet.ts';
import { signRoot } from '../../src/sign/sign-root.ts';
import { type SignedHead } from '../../src/sign/signed-head.ts';
import { alter, forge, reseal, spoil } from './forge.ts';
import { HEAD, ROOT_1 } from './sample-head.ts';
import { type HeadCase, bundleText, swap } from './head-case.ts';

const [targetsKey] = ONLINE_KEYS.targets;
const [timestampKey] = ONLINE_KEYS.timestamp;
const timestampId = timestampKey?.id ?? '';

type Signed = Partial<SignedHead>;

/** Files that are signed rightly and say what no file may say. */
const forms: [string, string, Signed | string][] = [
  [
    'metadata of another role',
    'bad-metadata',
    signedTimestamp((signed) => (signed['_type'] = 'snapshot')),
  ],
  [
    'a specification of TUF that is not known',
    'bad-metadata',
    signedTimestamp((signed) => (signed['spec_version'] = '2.0.0')),
  ],
  ['a version 0', 'bad-metadata', signedTimestamp((signed) => (signed['version'] = 0))],
  ['a version as text', 'bad-metadata', signedTimestamp((signed) => (signed['version'] = '3'))],
  [
    'a date that does not exist',
    'bad-metadata',
    signedTimestamp((signed) => (signed['expires'] = '2027-02-30T00:00:00Z')),
  ],
  [
    'a date with a zone',
    'bad-metadata',
    signedTimestamp((signed) => (signed['expires'] = '2027-02-03T00:00:00+01:00')),
  ],
  [
    'a date with parts of a second',
    'bad-metadata',
    signedTimestamp((signed) => (signed['expires'] = '2027-02-03T00:00:00.5Z')),
  ],
  [
    'a date in a year of six digits',
    'bad-metadata',
    signedTimestamp((signed) => (signed['expires'] = '+012027-02-03T00:00:00Z')),
  ],
  [
    'a snapshot named with a hash that is none',
    'bad-metadata',
    signedTimestamp((signed) => {
      signed['meta'] = { 'snapshot.json': { version: 3, length: 5, hashes: { sha256: 'AB' } } };
    }),
  ],
  [
    'an hour 24',
    'bad-metadata',
    signedTimestamp((signed) => (signed['expires'] = '2027-02-03T24:00:00Z')),
  ],
  [
    'a timestamp that names no snapshot',
    'bad-metadata',
    signedTimestamp((signed) => (signed['meta'] = {})),
  ],
  [
    'a snapshot named without its hash',
    'bad-metadata',
    signedTimestamp((signed) => (signed['meta'] = { 'snapshot.json': { version: 3, length: 5 } })),
  ],
  [
    'a snapshot named without its length',
    'bad-metadata',
    signedTimestamp(
      (signed) =>
        delete (signed as { meta: { 'snapshot.json': JsonObject } }).meta['snapshot.json'][
          'length'
        ],
    ),
  ],
  [
    'signatures that are no list',
    'bad-metadata',
    { timestamp: alter(HEAD.timestamp, (file) => (file['signatures'] = {})) },
  ],
  [
    'a signature that is no object',
    'bad-metadata',
    { timestamp: alter(HEAD.timestamp, (file) => (file['signatures'] = [null])) },
  ],
  [
    'a root without consistent snapshots',
    'bad-metadata',
    secondRoot((signed) => (signed['consistent_snapshot'] = false)),
  ],
  [
    'a root with a threshold of 0',
    'bad-metadata',
    secondRoot(
      (signed) => ((signed as { roles: { targets: JsonObject } }).roles.targets['threshold'] = 0),
    ),
  ],
  [
    'a root that names one key twice',
    'bad-metadata',
    secondRoot(
      (signed) =>
        ((signed as { roles: { targets: JsonObject } }).roles.targets['keyids'] = [
          targetsKey?.id ?? '',
          targetsKey?.id ?? '',
        ]),
    ),
  ],
  [
    'a root without a role',
    'bad-metadata',
    secondRoot((signed) => delete (signed as { roles: JsonObject }).roles['targets']),
  ],
  [
    'a key under the id of another',
    'bad-metadata',
    secondRoot((signed) => {
      const keys = signed['keys'] as JsonObject;
      keys[timestampId] = Object.values(keys).find((key) => key !== keys[timestampId]) ?? null;
    }),
  ],
  [
    'targets without a release',
    'bad-metadata',
    resealed({
      targets: forge(
        HEAD.targets,
        (signed) => delete (signed['targets'] as JsonObject)['release.json'],
        ONLINE_KEYS.targets,
      ),
    }),
  ],
  ['a release of a later specification', 'bad-release', release((file) => (file['spec'] = 2))],
  [
    'a release of another kind',
    'bad-release',
    release((file) => (file['_type'] = 'tamizdat-mirrors')),
  ],
  ['a release without a number', 'bad-release', release((file) => delete file['number'])],
  [
    'a release with a tree that is no hash',
    'bad-release',
    release((file) => ((file['tree'] as JsonObject)['root'] = 'AB'.repeat(32))),
  ],
  [
    'a release with a clock that is no time',
    'bad-release',
    release((file) => (file['clock'] = 'noon')),
  ],
  [
    'a release with an origin that is a script',
    'bad-release',
    release((file) => (file['origin'] = 'javascript:alert(1)')),
  ],
  [
    'a release with an origin without a slash',
    'bad-release',
    release((file) => (file['origin'] = 'https://fortochka.example')),
  ],
  [
    'a release with an origin that has a user',
    'bad-release',
    release((file) => (file['origin'] = 'https://fortochka.example@evil.example/')),
  ],
  [
    'a release with too deep a tree',
    'bad-release',
    release((file) => ((file['limits'] as JsonObject)['depth'] = 10)),
  ],
  [
    'a release whose list of removals is no object',
    'bad-release',
    release((file) => (file['removed'] = ['a.html'])),
  ],
  [
    'a mirror that is a script',
    'bad-mirrors',
    mirrors([{ base: 'data:text/html,', name: 'x', languages: [], worker: true }]),
  ],
  [
    'a mirror without a name',
    'bad-mirrors',
    mirrors([{ base: 'https://a.example/', name: '', languages: [], worker: true }]),
  ],
  [
    'a mirror twice',
    'bad-mirrors',
    mirrors(
      [1, 2].map(() => ({ base: 'https://a.example/', name: 'x', languages: [], worker: true })),
    ),
  ],
  [
    'too many mirrors',
    'bad-mirrors',
    mirrors(
      Array.from({ length: 101 }, (_, at) => ({
        base: `https://${at}.example/`,
        name: 'x',
        languages: [],
        worker: true,
      })),
    ),
  ],
  [
    'a bundle of another kind',
    'bad-bundle',
    bundleText(HEAD, (bundle) => (bundle['_type'] = 'bundle')),
  ],
  [
    'a bundle without a snapshot',
    'bad-bundle',
    bundleText(HEAD, (bundle) => delete bundle['snapshot']),
  ],
  [
    'a bundle with four roots',
    'bad-bundle',
    bundleText(HEAD, (bundle) => (bundle['roots'] = [{}, {}, {}, {}])),
  ],
  [
    'a bundle with a node that is not base64',
    'bad-bundle',
    bundleText(HEAD, (bundle) => (bundle['nodes'] = ['AQ='])),
  ],
  [
    'a bundle with a node that has stray bits',
    'bad-bundle',
    bundleText(HEAD, (bundle) => (bundle['nodes'] = ['AR=='])),
  ],
  ['a name twice', 'not-canonical', bundleText(HEAD).replace('"spec":1', '"spec":1,"spec":1')],
  ['white space', 'not-canonical', spoil(HEAD.timestamp, '{', '{ ')],
  [
    'a whole number written as a fraction',
    'not-canonical',
    bundleText(HEAD).replace('"spec":1', '"spec":1.0'),
  ],
  [
    'a thousand arrays in each other',
    'not-canonical',
    bundleText(HEAD).replace('"spec":1', `"spec":${'['.repeat(1_000)}${']'.repeat(1_000)}`),
  ],
  ['a bundle cut short', 'not-canonical', bundleText(HEAD).slice(0, -1)],
  ['a bundle without end', 'too-large', `${bundleText(HEAD)}${' '.repeat(65_536)}`],
  [
    'a timestamp that fills memory',
    'too-large',
    signedTimestamp((signed) => (signed['x'] = 'x'.repeat(8_192))),
  ],
];

function signedTimestamp(edit: (signed: JsonObject) => void): Signed {
  return { timestamp: forge(HEAD.timestamp, edit, ONLINE_KEYS.timestamp) };
}

function secondRoot(edit: (signed: JsonObject) => void): Signed {
  const root = signRoot({ version: 2, now: NOW, signers: sampleSigners(), keys: ROOT_KEYS });
  return { roots: [ROOT_1, forge(root, edit, ROOT_KEYS)] };
}

function resealed(files: Signed): Signed {
  return reseal(HEAD, files, ONLINE_KEYS);
}

function release(edit: (file: JsonObject) => void): Signed {
  return resealed({ release: alter(HEAD.release, edit) });
}

function mirrors(list: JsonObject[]): Signed {
  return resealed({ mirrors: alter(HEAD.mirrors, (file) => (file['mirrors'] = list)) });
}

export const formCases: HeadCase[] = forms.map(([name, expect, given]) => ({
  name,
  clause: expect === 'too-large' ? '9.2' : '9.3',
  bundle: typeof given === 'string' ? given : swap(given),
  expect,
}));
