import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseRelease } from '@tamizdat/verify';
import {
  MIRRORS,
  NOW,
  ONLINE_KEYS,
  ROOT_KEYS,
  sampleKey,
  sampleRelease,
  sampleSigners,
} from '../../testing/sample-outlet.ts';
import { forge, reseal } from '../../testing/vectors/forge.ts';
import { signRoot } from './sign-root.ts';
import type { Bytes } from './sign-metadata.ts';
import { listHeadFiles } from './head-files.ts';
import {
  delegateMirrors,
  refreshTimestamp,
  renewHead,
  type SignedHead,
  signMirrors,
  signRelease,
  undelegateMirrors,
} from './signed-head.ts';

const served = new Map<string, Bytes>();
const server = createServer((request, response) => {
  const bytes = served.get((request.url ?? '').replace('/release/', ''));
  response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
});
let base = '';
let folder = '';

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/release`;
  folder = await mkdtemp(join(tmpdir(), 'tuf-client-'));
  served.clear();
});

afterEach(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

function serve(head: SignedHead): SignedHead {
  for (const [path, bytes] of listHeadFiles(head)) served.set(path, bytes);
  return head;
}

/** Follows what is served, from what an earlier call left in the folder, and gives both targets. */
async function follow(): Promise<{ release: number; mirrors: string }> {
  const updater = new Updater({
    metadataDir: folder,
    metadataBaseUrl: base,
    targetDir: folder,
    targetBaseUrl: `${base}/targets`,
    config: { fetchRetry: 0 },
  });
  await updater.refresh();
  const [release, mirrors] = await Promise.all(
    ['release.json', 'mirrors.json'].map(async (name) => {
      const info = await updater.getTargetInfo(name);
      if (info === undefined) throw new Error(`${name} is not a target`);
      return readFile(await updater.downloadTarget(info));
    }),
  );
  return {
    release: parseRelease(new Uint8Array(release ?? [])).number,
    mirrors: String(mirrors),
  };
}

function firstRoot(): Bytes {
  return signRoot({ version: 1, now: NOW, signers: sampleSigners(), keys: ROOT_KEYS.slice(0, 2) });
}

async function trustFirstRoot(root: Bytes): Promise<void> {
  await writeFile(join(folder, 'root.json'), root);
}

test('tuf-js follows three releases, a new list of mirrors and a refresh, and fetches both targets', async () => {
  const root = firstRoot();
  await trustFirstRoot(root);
  const signing = { keys: ONLINE_KEYS, now: NOW };
  let head = serve(signRelease({ roots: [root], mirrors: MIRRORS }, sampleRelease(), signing));
  expect(await follow()).toMatchObject({ release: 1 });
  head = serve(signRelease(head, sampleRelease(), signing));
  expect(await follow()).toMatchObject({ release: 2 });
  head = serve(signMirrors(head, MIRRORS.slice(0, 1), signing));
  const { release, mirrors } = await follow();
  expect(release).toBe(2);
  expect(mirrors).not.toContain('two.example');
  head = serve(signRelease(head, sampleRelease(), signing));
  expect(await follow()).toMatchObject({ release: 3 });
  const later = NOW + 6 * 86_400_000;
  serve(refreshTimestamp(head, ONLINE_KEYS, later));
  vi.setSystemTime(later + 6 * 86_400_000);
  expect(await follow()).toMatchObject({ release: 3 });
  vi.setSystemTime(later + 7 * 86_400_000);
  await expect(follow()).rejects.toThrow('timestamp.json is expired');
});

test.each(['timestamp', 'snapshot', 'targets'] as const)(
  'tuf-js follows a root rotation that replaces the %s key and refuses what the old one signs',
  async (role) => {
    const root = firstRoot();
    await trustFirstRoot(root);
    const signing = { keys: ONLINE_KEYS, now: NOW };
    const head = serve(signRelease({ roots: [root], mirrors: MIRRORS }, sampleRelease(), signing));
    await follow();
    const keys = { ...ONLINE_KEYS, [role]: [sampleKey(`second ${role}`)] };
    const second = signRoot({
      version: 2,
      now: NOW,
      signers: sampleSigners(keys),
      keys: ROOT_KEYS.slice(1),
    });
    const rotated = { ...head, roots: [root, second] };
    const old = serve(signRelease(rotated, sampleRelease(), signing));
    await expect(follow()).rejects.toThrow(`${role} was signed by 0/1 keys`);
    const renewed = serve(renewHead(old, { keys, now: NOW }));
    expect(await follow()).toMatchObject({ release: 2 });
    serve(signRelease(renewed, sampleRelease(), { keys, now: NOW }));
    expect(await follow()).toMatchObject({ release: 3 });
  },
);

test('tuf-js refuses a second root that one of three root keys signed', async () => {
  const root = firstRoot();
  await trustFirstRoot(root);
  const second = signRoot({
    version: 2,
    now: NOW,
    signers: sampleSigners(),
    keys: ROOT_KEYS.slice(2),
  });
  const first = { roots: [root, second], mirrors: MIRRORS };
  serve(signRelease(first, sampleRelease(), { keys: ONLINE_KEYS, now: NOW }));
  await expect(follow()).rejects.toThrow('root was signed by 1/2 keys');
});

test('the same keys, clock and input sign the same bytes', () => {
  const sign = (): unknown[] => {
    const first = { roots: [firstRoot()], mirrors: MIRRORS };
    const head = signRelease(first, sampleRelease(), { keys: ONLINE_KEYS, now: NOW });
    return [...listHeadFiles(head)];
  };
  expect(sign()).toEqual(sign());
});

test('tuf-js follows a list of mirrors that targets leave to a role of its own', async () => {
  const root = firstRoot();
  await trustFirstRoot(root);
  const keys = { ...ONLINE_KEYS, addresses: [sampleKey('addresses')] };
  const list = { snapshot: keys.snapshot, timestamp: keys.timestamp, addresses: keys.addresses };
  const first = serve(
    signRelease({ roots: [root], mirrors: MIRRORS }, sampleRelease(), { keys, now: NOW }),
  );
  await follow();
  const left = serve(delegateMirrors(first, { keys, now: NOW }));
  expect((await follow()).mirrors).toContain('two.example');
  const listed = serve(signMirrors(left, MIRRORS.slice(0, 1), { keys: list, now: NOW }));
  expect((await follow()).mirrors).not.toContain('two.example');
  serve(signRelease(listed, sampleRelease(), { keys: ONLINE_KEYS, now: NOW }));
  expect(await follow()).toMatchObject({ release: 2 });
  expect((await follow()).mirrors).not.toContain('two.example');
});

test('tuf-js follows a list that targets take back under a root with another snapshot key, and without one does not', async () => {
  const root = firstRoot();
  await trustFirstRoot(root);
  const keys = { ...ONLINE_KEYS, addresses: [sampleKey('addresses')] };
  const signing = { keys, now: NOW };
  const first = signRelease({ roots: [root], mirrors: MIRRORS }, sampleRelease(), signing);
  const left = serve(delegateMirrors(first, signing));
  await follow();
  serve(undelegateMirrors(left, signing));
  await expect(follow()).rejects.toThrow(/addresses/);
  const online = { ...ONLINE_KEYS, snapshot: [sampleKey('second snapshot')] };
  const signers = sampleSigners(online);
  const second = signRoot({ version: 2, now: NOW, signers, keys: ROOT_KEYS.slice(1) });
  const own = { keys: online, now: NOW + 10_000 };
  const taken = serve(undelegateMirrors({ ...left, roots: [root, second] }, own));
  expect((await follow()).mirrors).toContain('two.example');
  const listed = serve(signMirrors(taken, MIRRORS.slice(0, 1), { ...own, now: NOW + 20_000 }));
  expect((await follow()).mirrors).not.toContain('two.example');
  serve(signRelease(listed, sampleRelease(), { ...own, now: NOW + 30_000 }));
  expect(await follow()).toMatchObject({ release: 2 });
});

test('what a thief of the keys for lists does, tuf-js bears: no release of theirs, no former list', async () => {
  const root = firstRoot();
  await trustFirstRoot(root);
  const keys = { ...ONLINE_KEYS, addresses: [sampleKey('addresses')] };
  const stolen = { ...keys, targets: [] };
  const first = signRelease({ roots: [root], mirrors: MIRRORS }, sampleRelease(), {
    keys,
    now: NOW,
  });
  const left = delegateMirrors(first, { keys, now: NOW });
  const listed = serve(signMirrors(left, MIRRORS.slice(0, 1), { keys: stolen, now: NOW }));
  await follow();
  const empty = listed.addresses ?? new Uint8Array();
  const greedy = forge(
    empty,
    (signed) => {
      const targets = signed['targets'] as Record<string, unknown>;
      targets['release.json'] = targets['mirrors.json'];
      signed['version'] = 3;
    },
    keys.addresses,
  );
  const bump = (head: SignedHead): SignedHead => ({
    ...head,
    snapshot: forge(
      head.snapshot,
      (one) => (one['version'] = Number(one['version']) + 1),
      keys.snapshot,
    ),
  });
  const resigned = (head: SignedHead): SignedHead => {
    const bumped = bump(head);
    return refreshTimestamp(reseal(head, { snapshot: bumped.snapshot }, stolen), keys, NOW);
  };
  serve(resigned(reseal(listed, { addresses: greedy }, stolen)));
  expect(await follow()).toMatchObject({ release: 1 });
  serve(resigned(resigned(reseal(listed, { addresses: left.addresses }, stolen))));
  await expect(follow()).rejects.toThrow(/addresses/);
});
