import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { walkFolder } from '@tamizdat/files';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseMetadata, parseRelease } from '@tamizdat/verify';
import { SampleSite } from '../../testing/sample-site.ts';
import { encodeNode } from '../node/encode-node.ts';
import {
  MIRRORS,
  NOW,
  ONLINE_KEYS,
  ROOT_KEYS,
  sampleRelease,
  sampleSigners,
} from '../../testing/sample-outlet.ts';
import { listHeadFiles } from '../sign/head-files.ts';
import { refreshTimestamp, signRelease } from '../sign/signed-head.ts';
import { signRoot } from '../sign/sign-root.ts';
import { TYPING } from '../tree/content-type.ts';
import { sha256 } from '../tree/sha256.ts';
import { FOREIGN_HEAD, FOREIGN_ROOT, ROOT_1 } from '../../testing/vectors/sample-head.ts';
import { nodePath, readNodesFrom } from './node-files.ts';
import { loadState, publishedFolder, saveState } from './release-state.ts';
import { type KeptRelease, restoreState } from './restore-state.ts';
import { signAgain } from './sign-again.ts';
import { surveyTree } from './survey-tree.ts';

const site = new SampleSite();
const state = join(site.folder, 'state');
let kept: KeptRelease;

type Saved = { head: Record<string, string>; summary: Record<string, unknown> } & Record<
  string,
  unknown
>;

/** Everything that a state's folder and its tree say, as it would come from a branch. */
function read(state: string, site: SampleSite): KeptRelease {
  const published = publishedFolder(state);
  const names = walkFolder(published).files;
  const bytesOf = (name: string) => new Uint8Array(readFileSync(join(published, name)));
  return {
    state: new Uint8Array(readFileSync(join(state, 'state.json'))),
    timestamp: new Uint8Array(site.read('release/timestamp.json')),
    published: new Map(
      names.filter((name) => !name.startsWith('files/')).map((name) => [name, bytesOf(name)]),
    ),
    bytes: new Set(names.filter((name) => name.startsWith('files/'))),
  };
}

/** The kept state after somebody changed what is written in it. */
function forge(change: (saved: Saved) => void): KeptRelease {
  const saved = JSON.parse(new TextDecoder().decode(kept.state)) as Saved;
  change(saved);
  return { ...kept, state: new TextEncoder().encode(JSON.stringify(saved)) };
}

const restore = (given: KeptRelease) => restoreState(given, [ROOT_1], NOW);

/** Lists in a state say the same in any order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(sorted);
    return items.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, sorted(item)]));
}

function release(number: number, removed: string[] = []): void {
  site.write('index.html', `front ${number}`);
  site.write(`ru/2026/11/new-${number}.html`, `new ${number} `.repeat(900));
  site.release(NOW + number * 60_000, ONLINE_KEYS, [ROOT_1], removed);
}

beforeAll(() => {
  site.release();
  for (const number of [2, 3, 4]) release(number);
  const place = { state, tree: site.tree };
  const mirrors = MIRRORS.slice(1);
  signAgain(place, { what: 'mirrors', mirrors, keys: ONLINE_KEYS }, NOW + 300_000);
  rmSync(join(site.tree, 'ru/2026/11/3/page-3.html'));
  release(5, ['ru/2026/11/3/page-3.html']);
  release(6);
  kept = read(state, site);
});
afterAll(() => {
  site.remove();
});

test('what was signed gives the state back, with every list in it', async () => {
  const restored = await restore(kept);
  expect(sorted(restored.state)).toEqual(sorted(loadState(state)));
  const names = [...kept.published.keys(), ...kept.bytes];
  expect([...restored.published.keys()].sort()).toEqual(names.sort());
  expect(restored.state.ledger.map(({ removed }) => removed)).toEqual([
    [],
    ['ru/2026/11/3/page-3.html'],
    [],
  ]);
  expect(restored.files).toHaveLength(parseRelease(restored.state.head.release).tree.files);
});

test('a newer timestamp that was signed since is kept; one of another outlet is refused', async () => {
  const { head } = (await restore(kept)).state;
  expect(await restore({ ...kept, timestamp: head.timestamp })).toMatchObject({ state: { head } });
  await expect(restore({ ...kept, timestamp: FOREIGN_HEAD.timestamp })).rejects.toMatchObject({
    code: 'threshold',
  });
});

test('a leaf for a page that no build made is refused, whatever the summary says', async () => {
  const page = { path: 'ru/forged.html', size: 3, type: 'text/html', rebased: false };
  const leaf = encodeNode({ level: 0, files: [{ ...page, hash: sha256('xyz') }], blocks: [] });
  const root = sha256(leaf);
  const published = new Map([...kept.published, [nodePath(root), leaf]]);
  const forged = forge(({ summary }) => {
    Object.assign(summary, { root, level: 0, files: 1, bytes: 3 });
  });
  await expect(restore({ ...forged, published })).rejects.toThrow(/its tree is not that/);
  const alsoSigned = forge(({ head, summary }) => {
    const said = JSON.parse(head['release'] ?? '') as { tree: object; limits: { depth: number } };
    Object.assign(said.tree, { root, files: 1, bytes: 3 });
    said.limits.depth = 1;
    head['release'] = JSON.stringify(said);
    Object.assign(summary, { root, level: 0, files: 1, bytes: 3 });
  });
  await expect(restore({ ...alsoSigned, published })).rejects.toMatchObject({
    code: 'hash-mismatch',
  });
});

test('bytes of another page under the hash of a signed node are refused', async () => {
  const { state: genuine } = await restore(kept);
  const { nodes } = surveyTree(
    { hash: genuine.summary.root },
    readNodesFrom(publishedFolder(state)),
  );
  for (const hash of nodes) {
    const published = new Map(kept.published);
    published.set(nodePath(hash), new Uint8Array([1, 0, 0, 0, 0]));
    await expect(restore({ ...kept, published })).rejects.toMatchObject({
      code: expect.stringMatching(/mismatch/) as string,
    });
    published.delete(nodePath(hash));
    await expect(restore({ ...kept, published })).rejects.toMatchObject({ code: 'missing' });
  }
});

test('another outlet’s head is refused, and so is another root', async () => {
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const foreign = forge(({ head }) => {
    Object.assign(head, { roots: [text(FOREIGN_ROOT)] });
  });
  await expect(restore(foreign)).rejects.toMatchObject({ code: 'wrong-publisher' });
  const next = signRoot({
    ...{ version: 2, now: NOW, signers: sampleSigners() },
    keys: ROOT_KEYS.slice(0, 2),
  });
  const more = forge(({ head }) => {
    Object.assign(head, { roots: [text(ROOT_1), text(next)] });
  });
  await expect(restore(more)).rejects.toMatchObject({ code: 'wrong-publisher' });
});

test('no list that was not signed is believed: what is deleted, taken down and served follows from the trees', async () => {
  const genuine = await restore(kept);
  const takenDown = new TextEncoder().encode('a page that was taken down');
  const hash = sha256(takenDown);
  const forged = forge((saved) => {
    saved['ledger'] = [
      {
        number: 6,
        nodes: [hash],
        files: [],
        bytes: [{ path: 'a.html', hash }],
        removed: ['b.html'],
      },
    ];
    saved['stale'] = [genuine.state.summary.root];
    saved['bundled'] = [hash];
    saved['typing'] = 'other';
    Object.assign(saved.summary, { mixedCase: ['No.html'] });
  });
  const served = {
    ...forged,
    bytes: new Set([...kept.bytes, `files/${hash}`]),
    published: new Map([...kept.published, [nodePath(hash), takenDown]]),
  };
  expect(await restore(served)).toEqual(genuine);
});

test('former metadata that nobody signed is not of this outlet, whatever it is called', async () => {
  const genuine = await restore(kept);
  const published = new Map(kept.published);
  for (const [name, bytes] of kept.published) {
    if (!/\.(?:targets|snapshot)\.json$/.test(name)) continue;
    const forged = new TextDecoder().decode(bytes).replace(/"expires":"2/, '"expires":"3');
    published.set(`9${name}`, new TextEncoder().encode(forged));
  }
  expect(published.size).toBeGreaterThan(kept.published.size);
  expect(await restore({ ...kept, published })).toEqual(genuine);
});

test('former metadata under names of versions to come is passed over, though it was signed', async () => {
  const genuine = await restore(kept);
  const published = new Map(kept.published);
  for (const [name, bytes] of kept.published)
    if (/^\d+\.(?:targets|snapshot)\.json$/.test(name)) published.set(`9${name}`, bytes);
  expect(published.size).toBeGreaterThan(kept.published.size);
  expect(await restore({ ...kept, published })).toEqual(genuine);
});

test('what former releases left and was not kept is not named, and stands in nobody’s way', async () => {
  const genuine = await restore(kept);
  const former = new Set(genuine.state.ledger.flatMap(({ nodes }) => nodes.map(nodePath)));
  expect(former.size).toBeGreaterThan(0);
  const published = new Map([...kept.published].filter(([name]) => !former.has(name)));
  const without = (await restore({ ...kept, published })).state;
  expect(without.ledger.flatMap(({ nodes }) => nodes)).toEqual([]);
  expect(without.summary).toEqual(genuine.state.summary);
  const { state: bare } = await restore({ ...kept, bytes: new Set() });
  expect(bare.ledger.flatMap(({ bytes }) => bytes)).toEqual([]);
  expect(bare.ledger.map(({ nodes }) => nodes)).toEqual(
    genuine.state.ledger.map(({ nodes }) => nodes),
  );
});

test.each([
  ['a path that leaves the folder', '../../../etc/passwd'],
  ['a name that no release gives', 'notes.json'],
  ['the newest root', '1.root.json/../x'],
])('a state that would delete %s is refused', async (_, name) => {
  const forged = forge((saved) => {
    saved['ledger'] = [{ number: 6, nodes: [], files: [name], bytes: [], removed: [] }];
  });
  await expect(restore(forged)).rejects.toMatchObject({ code: 'release-state' });
});

test('whatever stands in a state, it is refused in words or gives what was signed', async () => {
  const genuine = await restore(kept);
  const place = fc.constantFrom(...['head', 'summary', 'ledger', 'stale', 'bundled', 'typing']);
  await fc.assert(
    fc.asyncProperty(place, fc.json(), async (name, json) => {
      const forged = forge((saved) => {
        saved[name] = JSON.parse(json) as unknown;
      });
      const found = await restore(forged).catch((error: unknown) => error);
      if (found instanceof Error) expect(found).toMatchObject({ code: 'release-state' });
      else expect(found).toEqual(genuine);
    }),
    { numRuns: 60 },
  );
});

test('every file is compared with the hash in its name, whether or not anything names it', async () => {
  const other = new TextEncoder().encode('other bytes');
  const hash = sha256('what nobody named');
  for (const name of [
    nodePath(hash),
    `targets/${hash}.release.json`,
    `targets/${hash}.mirrors.json`,
  ])
    await expect(
      restore({ ...kept, published: new Map([...kept.published, [name, other]]) }),
    ).rejects.toMatchObject({ code: 'hash-mismatch', detail: { at: name } });
});

test('bytes that were taken down are not served again, nor those of before, whoever puts them back', async () => {
  const genuine = await restore(kept);
  const { tree, former } = parseRelease(genuine.state.head.release);
  const nodes = readNodesFrom(publishedFolder(state));
  const bytes = new Set(kept.bytes);
  for (const root of [tree.root, ...former.map((one) => one.root)])
    for (const { hash } of surveyTree({ hash: root }, nodes).files) bytes.add(`files/${hash}`);
  expect(bytes.size).toBeGreaterThan(kept.bytes.size + 90);
  expect(await restore({ ...kept, bytes })).toEqual(genuine);
});

test('of two timestamps the newer counts, wherever it stands', async () => {
  const { head } = (await restore(kept)).state;
  const newer = refreshTimestamp(head, ONLINE_KEYS, NOW + 900_000).timestamp;
  const versionOf = (given: Uint8Array<ArrayBuffer>) => parseMetadata(given, 'timestamp').version;
  expect(versionOf(newer)).toBeGreaterThan(versionOf(head.timestamp));
  const inTree = await restore({ ...kept, timestamp: newer });
  expect(inTree.state.head.timestamp).toEqual(newer);
  const inState = forge((saved) => (saved.head['timestamp'] = new TextDecoder().decode(newer)));
  const restored = await restore({ ...inState, timestamp: head.timestamp });
  expect(restored.state.head.timestamp).toEqual(newer);
});

test.each([
  ['as today’s kit would', 'text/html; charset=utf-8', false, { typing: TYPING }],
  ['with other types', 'text/plain; charset=utf-8', false, {}],
  ['with other marks', 'text/html; charset=utf-8', true, {}],
])('a tree that was signed %s says so to the next release', async (_, type, rebased, typing) => {
  const file = { path: 'index.html', size: 3, type, rebased, hash: sha256('xyz') };
  const leaf = encodeNode({ level: 0, files: [file], blocks: [] });
  const tree = { root: sha256(leaf), files: 1, bytes: 3 };
  const signing = { keys: ONLINE_KEYS, now: NOW };
  const head = signRelease({ roots: [ROOT_1], mirrors: MIRRORS }, sampleRelease({ tree }), signing);
  const folder = join(site.folder, `typed-${type.slice(5, 9)}-${rebased}`);
  const summary = { ...tree, level: 0, mixedCase: [] };
  saveState(folder, { head, summary, typing: 'other', ledger: [], stale: [], bundled: [] });
  const restored = await restore({
    state: new Uint8Array(readFileSync(join(folder, 'state.json'))),
    published: new Map([...listHeadFiles(head), [nodePath(tree.root), leaf]]),
    bytes: new Set(),
  });
  const { typing: found } = restored.state;
  expect(found === undefined ? {} : { typing: found }).toEqual(typing);
});

test('a list of what was taken down holds paths of the tree alone, even if it was signed', async () => {
  const other = new SampleSite();
  try {
    other.release();
    other.release(NOW + 60_000, ONLINE_KEYS, [ROOT_1], ['../../etc/passwd']);
    kept = read(join(other.folder, 'state'), other);
    const forged = forge((saved) => (saved['ledger'] = []));
    await expect(restore(forged)).rejects.toMatchObject({ code: 'bad-release' });
  } finally {
    kept = read(state, site);
    other.remove();
  }
});

test('a list of what was taken down that another replaced and that was not kept is not named', async () => {
  const other = new SampleSite();
  try {
    other.release();
    for (const at of [3, 4]) {
      const path = `ru/2026/11/${at}/page-${at}.html`;
      rmSync(join(other.tree, path));
      other.release(NOW + at * 60_000, ONLINE_KEYS, [ROOT_1], [path]);
    }
    const all = read(join(other.folder, 'state'), other);
    const list = sha256('["ru/2026/11/3/page-3.html"]');
    const named = (await restore(all)).state.ledger.flatMap(({ nodes }) => nodes);
    expect(named).toContain(list);
    const published = new Map([...all.published].filter(([name]) => name !== nodePath(list)));
    const without = await restore({ ...all, published });
    expect(without.state.ledger.flatMap(({ nodes }) => nodes)).toEqual(
      named.filter((hash) => hash !== list),
    );
  } finally {
    other.remove();
  }
});

test.each<[string, (saved: Saved) => unknown]>([
  ['format', (saved) => (saved['format'] = 'other')],
  ['head', (saved) => delete saved.head['release']],
  ['head', (saved) => Object.assign(saved.head, { mirrors: 1 })],
  ['roots', (saved) => Object.assign(saved.head, { roots: [] })],
  ['roots', (saved) => Object.assign(saved.head, { roots: [1] })],
  ['roots', (saved) => Object.assign(saved.head, { roots: 'x' })],
  ['root', (saved) => (saved.summary['root'] = 'x'.repeat(64))],
  ['root', (saved) => (saved.summary['root'] = 1)],
  ['summary', (saved) => (saved.summary['files'] = -1)],
  ['summary', (saved) => (saved.summary['bytes'] = 0.5)],
  ['summary', (saved) => (saved.summary['level'] = '1')],
  ['mixedCase', (saved) => (saved.summary['mixedCase'] = ['../x'])],
  ['typing', (saved) => (saved['typing'] = 1)],
  [
    'ledger',
    (saved) => (saved['ledger'] = Array<unknown>(4).fill((saved['ledger'] as unknown[])[0])),
  ],
  ['ledger', (saved) => ledgerOf(saved, { number: -1 })],
  ['ledger', (saved) => ledgerOf(saved, { nodes: ['../x'] })],
  ['ledger', (saved) => ledgerOf(saved, { files: ['timestamp.json'] })],
  ['ledger', (saved) => ledgerOf(saved, { bytes: [{ path: '../x', hash: sha256('') }] })],
  ['ledger', (saved) => ledgerOf(saved, { bytes: [{ path: 'x', hash: '../x' }] })],
  ['ledger', (saved) => ledgerOf(saved, { removed: ['/etc/passwd'] })],
  ['stale', (saved) => (saved['stale'] = ['../x'])],
  ['bundled', (saved) => (saved['bundled'] = ['../x'])],
  ['its tree is not that of its release', (saved) => (saved.summary['root'] = sha256(''))],
  ['its tree is not that of its release', (saved) => (saved.summary['level'] = 7)],
  ['its files are not those of its release', (saved) => (saved.summary['files'] = 1)],
  ['its files are not those of its release', (saved) => (saved.summary['bytes'] = 1)],
  ['its ledger is not in order', (saved) => (saved['ledger'] as unknown[]).reverse()],
  ['its ledger is not in order', (saved) => ledgerOf(saved, { number: 7 })],
  ['its ledger is not in order', (saved) => ledgerOf(saved, { number: 5 })],
])('a state is refused for its %s', async (part, change) => {
  const forged = forge((saved) => void change(saved));
  await expect(restore(forged)).rejects.toMatchObject({
    code: 'release-state',
    message: expect.stringContaining(`(${part})`) as string,
  });
});

/** Changes the newest entry of the ledger. */
const ledgerOf = (saved: Saved, change: object): unknown =>
  Object.assign((saved['ledger'] as object[])[0] ?? {}, change);
