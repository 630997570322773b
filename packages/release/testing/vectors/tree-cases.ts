import type { Release, TreeNode } from '@tamizdat/verify';
import { decodeNode } from '@tamizdat/verify/format';
import { encodeNode } from '../../src/node/encode-node.ts';
import { NOW, ORIGIN } from '../sample-outlet.ts';
import { formatTime } from '../../src/sign/lifetimes.ts';
import { buildTree } from '../../src/tree/build-tree.ts';
import { sampleFile } from '../sample-files.ts';
import { sha256 } from '../../src/tree/sha256.ts';

/** A path to look up, in a tree of which some source serves these nodes. */
export interface TreeCase {
  name: string;
  clause: string;
  release: Release;
  /** What is served in place of the right bytes, by hash; `null` for nothing. */
  served?: Record<string, Uint8Array>;
  path: string;
  /** A code, or nothing for the file as it is in the tree. */
  expect?: string;
}

const FILES = [
  ...Array.from({ length: 70 }, (_, at) =>
    sampleFile(`media/${sha256(`${at}`).slice(0, 20)}.avif`, at * 4_000),
  ),
  ...Array.from({ length: 50 }, (_, at) =>
    sampleFile(`ru/2026/11/22/новость-${at}.html`, 7_000 + at * 100),
  ),
  sampleFile('index.html', 20_000),
  sampleFile('ru/feed.xml', 3_000_000),
  sampleFile('film.mp4', 9_000_000),
];

/** Three levels' worth of names in two: enough that a root, leaves and blocks of several kinds occur. */
export const TREE = buildTree(FILES);

const RELEASE = releaseOf(TREE.summary.root, TREE.summary.level + 1);

export function releaseOf(root: string, depth: number): Release {
  return {
    number: 1,
    clock: formatTime(NOW),
    origin: ORIGIN,
    tree: { root, files: 1, bytes: 1 },
    limits: { depth, keep: 3 },
    former: [],
    removed: null,
  };
}

function bytesOf(hash: string): Uint8Array {
  const bytes = TREE.nodes.get(hash);
  if (bytes === undefined) throw new Error(`${hash} is not in the tree`);
  return bytes;
}

const ROOT = TREE.summary.root;
const root = decodeNode(bytesOf(ROOT));
const leaves = 'children' in root ? root.children.map(({ hash }) => hash) : [];
const [firstLeaf = '', secondLeaf = ''] = leaves;
const firstPath = pathsOf(firstLeaf)[0] ?? '';
const secondPath = pathsOf(secondLeaf)[0] ?? '';

function pathsOf(hash: string): string[] {
  const node = decodeNode(bytesOf(hash));
  return 'files' in node ? node.files.map(({ path }) => path) : [];
}

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  flipped[at] = (flipped[at] ?? 0) ^ 1;
  return flipped;
}

/** A tree that is what its root says, and that no builder would make. */
function wrong(
  node: TreeNode,
  depth: number,
  below: readonly TreeNode[] = [],
): Pick<TreeCase, 'release' | 'served'> {
  const served = [node, ...below].map((one) => encodeNode(one));
  return {
    release: releaseOf(sha256(served[0] ?? ''), depth),
    served: Object.fromEntries(served.map((bytes) => [sha256(bytes), bytes])),
  };
}

function leafOf(...paths: string[]): TreeNode {
  return { level: 0, files: paths.map((path) => sampleFile(path, 10)), blocks: [] };
}

function hashOf(node: TreeNode): string {
  return sha256(encodeNode(node));
}

const AB = leafOf('a.html', 'b.html');
const inner: TreeNode = { level: 1, children: [{ key: 'b', hash: hashOf(AB) }] };

export const treeCases: readonly TreeCase[] = [
  ...[...pathsOf(firstLeaf), secondPath, 'ru/feed.xml', 'film.mp4'].map((path) => ({
    name: `the file ${path}`,
    clause: '10.2',
    release: RELEASE,
    path,
  })),
  ...['no.html', 'a', 'zzz', `${firstPath}x`, 'ru', 'MEDIA/x.avif'].map((path) => ({
    name: `the path ${path}, which is not there`,
    clause: '10.2',
    release: RELEASE,
    path,
    expect: 'not-in-tree',
  })),
  ...[
    '../index.html',
    'ru//feed.xml',
    '/index.html',
    '',
    'release/timestamp.json',
    'ru/%66eed.xml',
  ].map((path) => ({
    name: `the path “${path}”`,
    clause: '2.2',
    release: RELEASE,
    path,
    expect: 'bad-path',
  })),
  {
    name: 'a bit flipped in the root',
    clause: '10.1',
    release: RELEASE,
    served: { [ROOT]: flip(bytesOf(ROOT), 20) },
    path: firstPath,
    expect: 'node-mismatch',
  },
  {
    name: 'a bit flipped in a leaf',
    clause: '10.1',
    release: RELEASE,
    served: { [firstLeaf]: flip(bytesOf(firstLeaf), 100) },
    path: firstPath,
    expect: 'node-mismatch',
  },
  {
    name: 'another leaf in place of the right one',
    clause: '10.1',
    release: RELEASE,
    served: { [firstLeaf]: bytesOf(secondLeaf) },
    path: firstPath,
    expect: 'node-mismatch',
  },
  {
    name: 'a leaf cut short',
    clause: '10.1',
    release: RELEASE,
    served: { [firstLeaf]: bytesOf(firstLeaf).slice(0, -1) },
    path: firstPath,
    expect: 'node-mismatch',
  },
  {
    name: 'a block page in place of a node',
    clause: '10.1',
    release: RELEASE,
    served: { [ROOT]: new TextEncoder().encode('<html>Blocked') },
    path: firstPath,
    expect: 'node-mismatch',
  },
  {
    name: 'a signed leaf with a path that escapes',
    clause: '5.8',
    ...wrong(leafOf('../x.html'), 1),
    path: 'x.html',
    expect: 'bad-node',
  },
  {
    name: 'a signed leaf with a type that is none',
    clause: '4.2',
    ...wrong(
      { level: 0, files: [{ ...sampleFile('a.txt', 3), type: 'text/html; x=y' }], blocks: [] },
      1,
    ),
    path: 'a.txt',
    expect: 'bad-node',
  },
  {
    name: 'a signed leaf with a type that ends a header',
    clause: '4.2',
    ...wrong(
      { level: 0, files: [{ ...sampleFile('a.txt', 3), type: 'text/plain\r\nx: y' }], blocks: [] },
      1,
    ),
    path: 'a.txt',
    expect: 'bad-node',
  },
  {
    name: 'a leaf where the depth asks for an index',
    clause: '10.1',
    ...wrong(AB, 2),
    path: 'a.html',
    expect: 'bad-node',
  },
  {
    name: 'an index where the depth asks for a leaf',
    clause: '10.1',
    ...wrong({ level: 1, children: [{ key: '', hash: hashOf(AB) }] }, 1, [AB]),
    path: 'a.html',
    expect: 'bad-node',
  },
  {
    name: 'a leaf whose paths begin before its key',
    clause: '10.1',
    ...wrong(
      {
        level: 1,
        children: [
          { key: '', hash: sha256('nothing') },
          { key: 'b', hash: hashOf(AB) },
        ],
      },
      2,
      [AB],
    ),
    path: 'b.html',
    expect: 'bad-node',
  },
  {
    name: 'a leaf whose paths reach its neighbour',
    clause: '10.1',
    ...wrong(
      {
        level: 1,
        children: [
          { key: '', hash: hashOf(AB) },
          { key: 'b', hash: sha256('nothing') },
        ],
      },
      2,
      [AB],
    ),
    path: 'a.html',
    expect: 'bad-node',
  },
  {
    name: 'a root that does not begin with the empty key',
    clause: '5.6',
    ...wrong({ level: 1, children: [{ key: 'a', hash: hashOf(AB) }] }, 2, [AB]),
    path: 'a.html',
    expect: 'bad-node',
  },
  {
    name: 'an index that does not begin with its key',
    clause: '5.6',
    ...wrong(
      {
        level: 2,
        children: [
          { key: '', hash: sha256('nothing') },
          { key: 'a', hash: hashOf(inner) },
        ],
      },
      3,
      [inner, AB],
    ),
    path: 'b.html',
    expect: 'bad-node',
  },
];
