import type { Mirror } from '@tamizdat/verify';
import { type OnlineKeys, type ReleaseInput } from '../src/sign/signed-head.ts';
import { createSigningKey, type SigningKey } from '../src/sign/signing-key.ts';
import type { Signers } from '../src/sign/sign-root.ts';
import { sha256 } from '../src/tree/sha256.ts';

/** Keys and inputs of an invented outlet, for tests and vectors. Its seeds are public: they sign nothing real. */
export function sampleKey(name: string): SigningKey {
  return createSigningKey(Buffer.from(sha256(`Fortochka, ${name}`), 'hex'));
}

export const ROOT_KEYS = ['root 1', 'root 2', 'root 3'].map(sampleKey);

export const ONLINE_KEYS: OnlineKeys = {
  targets: [sampleKey('targets')],
  snapshot: [sampleKey('snapshot')],
  timestamp: [sampleKey('timestamp')],
};

/** Root 2 of 3, and what is given instead of one key each for the other roles. */
export function sampleSigners(online: Partial<OnlineKeys> = {}): Signers {
  const keys = { ...ONLINE_KEYS, ...online };
  return {
    root: { keys: ROOT_KEYS, threshold: 2 },
    targets: { keys: keys.targets, threshold: keys.targets.length },
    snapshot: { keys: keys.snapshot, threshold: keys.snapshot.length },
    timestamp: { keys: keys.timestamp, threshold: keys.timestamp.length },
  };
}

export const ORIGIN = 'https://fortochka.example/';

export const MIRRORS: Mirror[] = [
  { base: 'https://one.example/f/', name: 'One', languages: [], worker: true },
  { base: 'https://two.example/', name: 'Two', languages: ['ru'], worker: false },
];

/** 22 November 2026, noon. */
export const NOW = Date.UTC(2026, 10, 22, 12);

export function sampleRelease(changes: Partial<ReleaseInput> = {}): ReleaseInput {
  return {
    clock: '2026-11-22T11:00:00Z',
    origin: ORIGIN,
    tree: { root: sha256('no tree'), files: 0, bytes: 0 },
    limits: { depth: 1, keep: 3 },
    former: [],
    removed: null,
    ...changes,
  };
}
