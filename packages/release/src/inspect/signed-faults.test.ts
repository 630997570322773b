import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTrust, type TreeFile } from '@tamizdat/verify';
import { encodeNode } from '../node/encode-node.ts';
import { NOW, ONLINE_KEYS } from '../../testing/sample-outlet.ts';
import { buildBundle, listHeadFiles } from '../sign/head-files.ts';
import { nodePath } from '../store/node-files.ts';
import { sha256 } from '../tree/sha256.ts';
import { alter, read, reseal } from '../../testing/vectors/forge.ts';
import { HEAD, ROOT_1 } from '../../testing/vectors/sample-head.ts';
import { openFolder } from './folder-source.ts';
import { inspectRelease } from './inspect-release.ts';
import type { Inspection } from './inspection.ts';

/** Faults of a release that an outlet signed all the same: with other tools than ours, or stolen keys. */

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signed-faults-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}

/** Signs a tree of one leaf with these empty files, and says that it has so many. */
async function inspectSigned(paths: string[], files: number): Promise<Inspection> {
  const describe = (path: string): TreeFile => ({
    path,
    size: 0,
    hash: sha256(''),
    type: 'text/css',
    rebased: false,
  });
  const leaf = encodeNode({ level: 0, files: paths.map(describe), blocks: [] });
  const root = sha256(leaf);
  const release = alter(HEAD.release, (file) => {
    file['tree'] = { root, files, bytes: 0 };
    file['limits'] = { depth: 1, keep: 3 };
  });
  put(`release/${nodePath(root)}`, leaf);
  const head = reseal(HEAD, { release }, ONLINE_KEYS);
  put('release/bundle.json', buildBundle(head, [leaf]));
  for (const [path, bytes] of listHeadFiles(head)) put(`release/${path}`, bytes);
  for (const path of paths) put(path, '');
  const known = { trust: startTrust(read(ROOT_1)) };
  return inspectRelease(openFolder(folder), { known, now: NOW, scope: { kind: 'all' } });
}

test('a tree that is what the release says', async () => {
  expect(await inspectSigned(['a.css', 'b.css'], 2)).toMatchObject({ exit: 0, files: 2 });
});

test('numbers that do not agree with the tree are found (SPEC 10.5)', async () => {
  const { exit, findings } = await inspectSigned(['a.css', 'b.css'], 3);
  expect({ exit, findings }).toMatchObject({
    exit: 1,
    findings: [{ code: 'bad-release', expected: '3 files, 0 bytes', found: '2 files, 0 bytes' }],
  });
});

test('names that are one on some systems are found (SPEC 2.6)', async () => {
  const { exit, findings } = await inspectSigned(['A.css', 'a.css'], 2);
  expect({ exit, findings }).toMatchObject({ exit: 1, findings: [{ code: 'path-collision' }] });
});
