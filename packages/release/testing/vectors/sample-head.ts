import {
  MIRRORS,
  NOW,
  ONLINE_KEYS,
  ROOT_KEYS,
  sampleKey,
  sampleRelease,
  sampleSigners,
} from '../sample-outlet.ts';
import type { Bytes } from '../../src/sign/sign-metadata.ts';
import { signRoot } from '../../src/sign/sign-root.ts';
import { type OnlineKeys, signRelease, type SignedHead } from '../../src/sign/signed-head.ts';
import { buildTree } from '../../src/tree/build-tree.ts';
import { sampleFile } from '../sample-files.ts';

/** The outlet of the vectors: three releases, then its second root, which replaces all online keys. */

export const DAY_MS = 86_400_000;

export const TREE = buildTree([
  sampleFile('index.html', 5_000),
  sampleFile('ru/feed.xml', 20_000),
  sampleFile('ru/2026/11/22/новость.html', 30_000),
]);

export const ROOT_NODE =
  [...TREE.nodes].find(([hash]) => hash === TREE.summary.root)?.[1] ?? new Uint8Array();

export const ROOT_1 = signRoot({
  version: 1,
  now: NOW - 90 * DAY_MS,
  signers: sampleSigners(),
  keys: ROOT_KEYS.slice(0, 2),
});

export const SECOND_KEYS: OnlineKeys = {
  targets: [sampleKey('second targets')],
  snapshot: [sampleKey('second snapshot')],
  timestamp: [sampleKey('second timestamp')],
};

/** Replaces all online keys. */
export const ROOT_2 = signSecondRoot(SECOND_KEYS);

export function signSecondRoot(online: Partial<OnlineKeys>): Bytes {
  return signRoot({
    version: 2,
    now: NOW,
    signers: sampleSigners(online),
    keys: ROOT_KEYS.slice(1),
  });
}

/** Replaces one root key and asks for three; signed by what root 2 asks for and by its own. */
export const ROOT_3 = signRoot({
  version: 3,
  now: NOW,
  signers: {
    ...sampleSigners(SECOND_KEYS),
    root: { keys: [...ROOT_KEYS.slice(1), sampleKey('root 4')], threshold: 3 },
  },
  keys: [...ROOT_KEYS.slice(1), sampleKey('root 4')],
});

const { root, level: depth, files, bytes } = { ...TREE.summary };

const INPUT = sampleRelease({
  tree: { root, files, bytes },
  limits: { depth: depth + 1, keep: 3 },
});

const signing = { keys: ONLINE_KEYS, now: NOW };

/** The three first releases, under the first root. */
export const HEADS: [SignedHead, SignedHead, SignedHead] = (() => {
  const first = signRelease({ roots: [ROOT_1], mirrors: MIRRORS }, INPUT, {
    ...signing,
    now: NOW - 10 * DAY_MS,
  });
  const second = signRelease(first, INPUT, { ...signing, now: NOW - 8 * DAY_MS });
  return [first, second, signRelease(second, INPUT, signing)];
})();

export const HEAD = HEADS[2];

/** The version of its timestamp: the second it was signed in (SPEC 6.6). */
export const SIGNED_AT = NOW / 1_000;

/** An outlet that has nothing to do with the first but its names. */
export const FOREIGN_KEYS = {
  root: [sampleKey('foreign root')],
  targets: [sampleKey('foreign targets')],
  snapshot: [sampleKey('foreign snapshot')],
  timestamp: [sampleKey('foreign timestamp')],
};

export const FOREIGN_ROOT = signRoot({
  version: 1,
  now: NOW,
  signers: { ...sampleSigners(FOREIGN_KEYS), root: { keys: FOREIGN_KEYS.root, threshold: 1 } },
  keys: FOREIGN_KEYS.root,
});

export const FOREIGN_HEAD = signRelease({ roots: [FOREIGN_ROOT], mirrors: MIRRORS }, INPUT, {
  keys: FOREIGN_KEYS,
  now: NOW,
});
