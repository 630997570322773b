import { expect, test } from 'vitest';
import { type Head, parseRoot, startTrust, type Trust, verifyHead } from '@tamizdat/verify';
import {
  MIRRORS,
  NOW,
  ONLINE_KEYS,
  ROOT_KEYS,
  sampleKey,
  sampleRelease,
} from '../../testing/sample-outlet.ts';
import type { Bytes } from '../sign/sign-metadata.ts';
import type { SigningKey } from '../sign/signing-key.ts';
import {
  type OnlineKeys,
  refreshTimestamp,
  renewHead,
  type SignedHead,
  signRelease,
} from '../sign/signed-head.ts';
import { forge, read, reseal } from '../../testing/vectors/forge.ts';
import { HEAD, HEADS, ROOT_1 } from '../../testing/vectors/sample-head.ts';
import { listSigners, rotateRoot } from './rotate-root.ts';

/** The ways out of KEYS.md, walked: an outlet loses a key or has it stolen, and a reader follows. */

const [ROOT_A, ROOT_B, ROOT_C] = [0, 1, 2].map((at) => ROOT_KEYS.slice(at, at + 1)) as [
  SigningKey[],
  SigningKey[],
  SigningKey[],
];
const ONLINE = ['targets', 'snapshot', 'timestamp'] as const;

async function readBy(trust: Trust, head: SignedHead): Promise<Head> {
  return verifyHead(head, trust, { now: NOW });
}

/** A reader who has seen the third release. */
async function reader(): Promise<Trust> {
  return (await readBy(startTrust(read(ROOT_1)), HEAD)).trust;
}

/** Replaces one online key by a root that two of three root keys sign, and signs the head anew. */
async function replaceKey(
  head: SignedHead,
  role: keyof OnlineKeys,
): Promise<{ head: SignedHead; keys: OnlineKeys }> {
  const keys = { ...ONLINE_KEYS, [role]: [sampleKey(`new ${role}`)] };
  const roots = await rotate(head.roots, { [role]: { keys: keys[role], threshold: 1 } });
  return { head: renewHead({ ...head, roots }, { keys, now: NOW }), keys };
}

async function rotate(
  roots: Bytes[],
  changes: object,
  keys = [...ROOT_A, ...ROOT_B],
): Promise<Bytes[]> {
  const signers = listSigners(await parseRoot(roots.at(-1) ?? ROOT_1));
  return rotateRoot(roots, { ...signers, ...changes }, keys, NOW);
}

test('one root key of three is lost: the other two name another in its place', async () => {
  const root = { keys: [...ROOT_A, ...ROOT_B, sampleKey('root 4')], threshold: 2 };
  const roots = await rotate(HEAD.roots, { root });
  const { trust } = await readBy(await reader(), { ...HEAD, roots });
  // From now on the new key is as good as the old ones, and the lost one is worth nothing.
  const next = await rotate(roots, {}, [...ROOT_B, sampleKey('root 4')]);
  await expect(readBy(trust, { ...HEAD, roots: next })).resolves.toMatchObject({ expired: [] });
  await expect(rotate(roots, {}, [...ROOT_B, ...ROOT_C])).rejects.toThrow('keys-missing');
});

test('two root keys of three are lost: nothing can be replaced any more', async () => {
  await expect(rotate(HEAD.roots, {}, [...ROOT_C])).rejects.toThrow('1 of them signed');
});

test.each(ONLINE)(
  'the %s key is lost: a new root names another, and readers follow',
  async (role) => {
    const { head, keys } = await replaceKey(HEAD, role);
    const { trust, release } = await readBy(await reader(), head);
    expect(release.number).toBe(3);
    const next = signRelease(head, sampleRelease(), { keys, now: NOW });
    await expect(readBy(trust, next)).resolves.toMatchObject({ release: { number: 4 } });
  },
);

const MAX = Number.MAX_SAFE_INTEGER;
const top = (signed: Record<string, unknown>): void => {
  signed['version'] = MAX;
};

test('a stolen timestamp key can hold readers at what was signed, and raise its version; it cannot change a page or go back', async () => {
  const thief = { ...HEAD, timestamp: forge(HEAD.timestamp, top, ONLINE_KEYS.timestamp) };
  const misled = await readBy(await reader(), thief);
  expect(misled.release.number).toBe(3);
  // It can show an old snapshot to those who have never seen a newer one, and to nobody else.
  const old = reseal({ ...HEADS[0], timestamp: HEAD.timestamp }, {}, ONLINE_KEYS);
  const shown = { ...old, timestamp: refreshTimestamp(HEADS[0], ONLINE_KEYS, NOW).timestamp };
  await expect(readBy(startTrust(read(ROOT_1)), shown)).resolves.toMatchObject({
    release: { number: 1 },
  });
  await expect(readBy(await reader(), shown)).rejects.toMatchObject({ code: 'rollback' });
  // The outlet’s own head is now older than what was seen, until the key is replaced.
  await expect(readBy(misled.trust, HEAD)).rejects.toMatchObject({ code: 'rollback' });
  const { head } = await replaceKey(HEAD, 'timestamp');
  const healed = await readBy(misled.trust, head);
  expect(healed.trust.timestamp).toBe(NOW / 1_000 + 1);
  await expect(readBy(healed.trust, thief)).rejects.toMatchObject({ code: 'threshold' });
});

test('a stolen snapshot key is worth nothing without that of the timestamp, and is replaced like it', async () => {
  const snapshot = forge(HEAD.snapshot, top, ONLINE_KEYS.snapshot);
  await expect(readBy(await reader(), { ...HEAD, snapshot })).rejects.toMatchObject({
    code: 'hash-mismatch',
  });
  const both = reseal(HEAD, { snapshot }, ONLINE_KEYS);
  const misled = await readBy(await reader(), both);
  const { head } = await replaceKey(HEAD, 'snapshot');
  expect((await readBy(misled.trust, head)).trust.snapshot).toBe(4);
});

test('a stolen targets key is worth nothing without the two others; with all three a thief publishes until a root replaces them', async () => {
  const alone = signRelease(HEAD, sampleRelease(), {
    keys: { ...ONLINE_KEYS, snapshot: [], timestamp: [] },
    now: NOW,
  });
  await expect(readBy(await reader(), alone)).rejects.toMatchObject({ code: 'threshold' });
  const thief = signRelease(HEAD, sampleRelease(), { keys: ONLINE_KEYS, now: NOW });
  const misled = await readBy(await reader(), thief);
  expect(misled.release.number).toBe(4);
  const keys = {
    targets: [sampleKey('new targets')],
    snapshot: [sampleKey('new snapshot')],
    timestamp: [sampleKey('new timestamp')],
  };
  const changes = Object.fromEntries(
    ONLINE.map((role) => [role, { keys: keys[role], threshold: 1 }]),
  );
  const roots = await rotate(HEAD.roots, changes);
  const healed = await readBy(misled.trust, renewHead({ ...HEAD, roots }, { keys, now: NOW }));
  expect(healed.release.number).toBe(3);
  await expect(readBy(healed.trust, thief)).rejects.toMatchObject({ code: 'threshold' });
});

test('a new outlet’s keys do not continue another’s roots', async () => {
  const foreign = [sampleKey('foreign 1'), sampleKey('foreign 2')];
  const root = { keys: foreign, threshold: 2 };
  await expect(rotate(HEAD.roots, { root }, foreign)).rejects.toThrow('keys-missing');
});

test('the first release of an outlet needs no former one', async () => {
  const head = signRelease({ roots: [ROOT_1], mirrors: MIRRORS }, sampleRelease(), {
    keys: ONLINE_KEYS,
    now: NOW,
  });
  expect((await readBy(startTrust(read(ROOT_1)), head)).release.number).toBe(1);
});
