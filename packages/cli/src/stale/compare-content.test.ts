import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestFolder, type KeptDigest, loadContent } from '@tamizdat/archive';
import { stampTree } from '@tamizdat/tree';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOutlet } from '../../testing/sample-outlet.ts';
import { forgetBuild, saveBuild } from '../build/build-record.ts';
import { describeBuild } from '../build/describe-build.ts';
import { readContent } from '../build/read-content.ts';
import { compareContent } from './compare-content.ts';
import { judgeTree } from './judge-stale.ts';
import { judgeUnbuilt } from './judge-unbuilt.ts';
import { describeMadeOf } from './describe-made-of.ts';
import type { MadeOf } from './made-of.ts';

const NOW = '2026-11-22T12:00:00Z';
const CLOCK = '2026-11-22T11:00:00Z';
const COURT = 'articles/en/2026/11/20-court/index.md';
const PAGE = 'en/2026/11/20/court.html';
const ADDRESSES = [PAGE, 'en/2026/11/22/ferry.html', 'en/index.html'];

let folder: string;
let content: string;
let madeOf: MadeOf;

const article = (id: number, ...fields: string[]): string =>
  [
    '---',
    `id: 01JD8Z0Q5X4K2M7N9P3R6S8T0${id}`,
    ...['lang: en', 'kind: news', `title: The story of number ${id}`, 'section: politics'],
    ...(fields.some((field) => field.startsWith('status')) ? [] : ['status: ready']),
    ...(fields.some((field) => field.startsWith('publishedAt'))
      ? []
      : ['publishedAt: 2026-11-20T10:00:00Z']),
    ...fields,
    '---\n\nText.\n',
  ].join('\n');

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
  writeFileSync(path.join(content, file), text);
}

beforeEach(async () => {
  folder = await makeOutlet({
    [COURT]: article(1),
    'articles/en/2026/11/22-ferry/index.md': article(
      2,
      'publishedAt: 2026-11-22T12:30:00Z',
      'formerAddresses: [en/2026/11/21/the-boat]',
    ),
    'keys/root.json': '{}',
  });
  content = path.join(folder, 'content');
  madeOf = await build();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What a build would leave word of. */
async function build(now = NOW): Promise<MadeOf> {
  let files: KeptDigest[] = [];
  const read = await readContent(content, now, undefined, (all) => {
    files = all;
  });
  if (read === undefined) throw new Error('The content has errors.');
  return describeMadeOf(read, files, { content, state: folder, now });
}

const compare = (addresses = ADDRESSES, now = NOW, takenBack = {}) =>
  compareContent(content, { madeOf, takenBack, addresses }, Date.parse(now));

test('content as it was built is not older, and what no page shows counts for nothing', async () => {
  write('keys/newest.json', '{}');
  expect(await compare()).toEqual({ changed: [], due: undefined, standing: [] });
});

test('what changed, came and went is told by its path', async () => {
  write('pages/en/about.md', 'new');
  write(COURT, article(1, 'updatedAt: 2026-11-22T11:30:00Z'));
  write('outlet.yaml', '');
  expect(await compare()).toMatchObject({
    changed: [COURT, 'outlet.yaml', 'pages/en/about.md'],
    standing: [],
  });
});

test('a file with the stamp of the build is not opened, but one that was written right before it is', () => {
  const digest = '0'.repeat(64);
  const kept = (isSettled: boolean): KeptDigest[] =>
    madeOf.files.map(([file, stamp]) => [file, stamp, isSettled, digest]);
  expect(digestFolder(content, kept(true)).get(COURT)).toBe(digest);
  expect(digestFolder(content, kept(false)).get(COURT)).not.toBe(digest);
});

test('a time that came since the build is told, and one that is yet to come is not', async () => {
  expect(await compare(ADDRESSES, '2026-11-22T12:29:59Z')).toMatchObject({ due: undefined });
  expect(await compare(ADDRESSES, '2026-11-22T12:30:00Z')).toMatchObject({
    due: '2026-11-22T12:30:00Z',
    changed: [],
  });
});

test.each<[string, string | undefined, string]>([
  [
    'withdrawn',
    article(
      1,
      'status: withdrawn',
      'editorsNote: It was wrong.',
      'editorsNoteAt: 2026-11-22T11:00:00Z',
    ),
    'notice',
  ],
  ['withdrawn, with an error', article(1, 'status: withdrawn', 'kind: nothing'), 'notice'],
  ['removed', article(1, 'status: removed'), 'tombstone'],
  ['a draft again', article(1, 'status: draft'), 'gone'],
  ['under an embargo', article(1, 'embargoUntil: 2027-01-01T00:00:00Z'), 'gone'],
  ['deleted', undefined, 'gone'],
])('an article that is %s stands in the tree', async (_, text, became) => {
  if (text === undefined) rmSync(path.join(content, COURT));
  else write(COURT, text);
  expect(await compare([PAGE, 'en/index.html'])).toMatchObject({
    standing: [{ address: PAGE, became }],
  });
});

test('what the tree took back already does not stand in it', async () => {
  write(COURT, article(1, 'status: removed'));
  for (const [before, standing] of [
    ['tombstone', []],
    ['notice', [{ address: PAGE, became: 'tombstone' }]],
  ] as const)
    expect(await compare([PAGE], NOW, { [PAGE]: before })).toMatchObject({ standing });
});

test('an article that moved, or has an error now, is not taken for one that is gone', async () => {
  write(COURT, 'no front matter');
  expect(await compare([PAGE])).toMatchObject({ changed: [COURT], standing: [] });
  rmSync(path.join(content, COURT));
  write(
    'articles/en/2026/11/20-trial/index.md',
    article(1, 'formerAddresses: [en/2026/11/20/court]'),
  );
  expect(await compare([PAGE])).toMatchObject({ standing: [] });
});

test('content that is not at hand says nothing', async () => {
  rmSync(content, { recursive: true });
  expect(await compare()).toBeUndefined();
});

test('a tree is judged by what its build left, and not by that of another tree in its place', async () => {
  const tree = path.join(folder, 'dist');
  const state = folder;
  mkdirSync(path.join(tree, 'en/2026/11/20'), { recursive: true });
  writeFileSync(path.join(tree, PAGE), '<p>Story 1');
  const { takenBack, origin } = describeBuild(await loadContent(content), CLOCK, false);
  const record = { clock: CLOCK, origin, preview: false, takenBack, content: madeOf };
  const save = (files = stampTree(tree)) => {
    saveBuild(tree, { ...record, files }, state);
  };
  const judge = () => judgeTree(tree, { state, now: Date.parse(NOW) });
  save();
  expect(await judge()).toMatchObject({ warning: undefined, fault: undefined });
  write(COURT, article(1, 'status: removed'));
  expect(await judge()).toMatchObject({
    warning: expect.stringContaining(COURT) as string,
    fault: expect.stringMatching(
      /^withdrawn-in-tree: [^]*court\.html: removed\n[^]*--out/,
    ) as string,
  });
  rmSync(path.join(content, 'outlet.yaml'));
  expect(await judge()).toMatchObject({
    warning: expect.stringContaining('is not in') as string,
    fault: undefined,
  });
  save(new Map([[PAGE, '1 1 1 1']]));
  expect(await judge()).toBeUndefined();
  forgetBuild(tree, state);
  expect(await judge()).toBeUndefined();
});

test('of a tree that no build knows what stands in full is seen', () => {
  const tree = path.join(folder, 'dist');
  mkdirSync(path.join(tree, 'en/2026/11/20'), { recursive: true });
  const judge = () => judgeUnbuilt({ tree, content }, { [PAGE]: 'notice' });
  expect(judge()).toMatchObject({ fault: undefined });
  writeFileSync(path.join(tree, PAGE), '<meta name=robots content=noindex><p>Withdrawn');
  expect(judge()).toMatchObject({ fault: undefined });
  writeFileSync(path.join(tree, PAGE), '<p>Story 1');
  expect(judge()).toMatchObject({ fault: expect.stringContaining('withdrawn-in-tree') as string });
});
