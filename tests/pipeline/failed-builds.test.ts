import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ContentFolder } from './fixture/content-folder.ts';
import { copyRepository, removeCopy } from './workplace/copy-repository.ts';
import { buildWell, runTamizdat, startTamizdat } from './workplace/run-tamizdat.ts';
import { killAt, type StopPoint } from './workplace/stop-point.ts';
import {
  compareStates,
  NO_CHANGES,
  readState,
  readUntouched,
  type TreeState,
} from './workplace/tree-state.ts';

let copy: string;
let dist: string;
let notes: string;
let content: ContentFolder;
/** The tree of the former content, and that of the content which the failing builds are of. */
let former: TreeState;
let next: TreeState;

/** The tree and what a build remembers of it. */
const BUILT = ['dist', '.cache'];

/** Makes one folder what another is, with the times of its files. */
function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
}

/** Changes a page, lists, feeds and search; adds files and takes one away. */
function writeNext(): void {
  content.removeArticle('en/2026/11/10-library-hours');
  content.writeArticle({
    folder: 'en/2026/11/21-mill-burns',
    title: 'The old mill burned down overnight',
    text: 'Nobody was in the mill.',
  });
}

beforeAll(async () => {
  copy = copyRepository();
  dist = path.join(copy, 'dist');
  notes = mkdtempSync(path.join(tmpdir(), 'tamizdat-stops-'));
  content = new ContentFolder(path.join(copy, 'content'));
  await content.fill();
  writeNext();
  await buildWell(copy);
  next = readState(dist);
  await content.fill();
  await buildWell(copy);
  former = readState(dist);
  for (const folder of BUILT)
    copyFolder(path.join(copy, folder), path.join(notes, 'former', folder));
});

afterAll(() => {
  removeCopy(copy);
  removeCopy(notes);
});

beforeEach(async () => {
  await content.fill();
  for (const folder of BUILT)
    copyFolder(path.join(notes, 'former', folder), path.join(copy, folder));
  expect(compareStates(former, readState(dist))).toEqual(NO_CHANGES);
  writeNext();
});

function killBuildAt(point: StopPoint): Promise<void> {
  return killAt(point, notes, (env) => startTamizdat(copy, ['build'], { env }));
}

/** What {@link replaceTree} prepares stands in a folder of its own that no page leads to. */
function withoutStaged(state: TreeState): TreeState {
  return new Map([...state].filter(([file]) => !file.startsWith('.tamizdat-staged/')));
}

test('an error in the content leaves the tree untouched', async () => {
  const before = readUntouched(dist);
  content.editArticle('ru/2026/11/12-rynok-pereehal', (text) =>
    text.replace('kind: news', 'kind: gossip'),
  );
  const { code, output } = await runTamizdat(copy, ['build']);
  expect(code).toBe(1);
  expect(output).toContain('content/articles/ru/2026/11/12-rynok-pereehal/index.md:4:7');
  expect(compareStates(before, readUntouched(dist))).toEqual(NO_CHANGES);
});

test('an exception in a template leaves the tree untouched', async () => {
  const template = path.join(copy, 'apps/site/src/pages/[lang]/archive.astro');
  const written = readFileSync(template, 'utf8');
  const before = readUntouched(dist);
  writeFileSync(
    template,
    written.replace(/\n---\n/, "\nthrow new Error('the template is broken');\n---\n"),
  );
  const { code, output } = await runTamizdat(copy, ['build']);
  writeFileSync(template, written);
  expect(code).toBe(1);
  expect(output).toContain('the template is broken');
  expect(compareStates(before, readUntouched(dist))).toEqual(NO_CHANGES);
});

test('a tree that the checker finds something in leaves the tree untouched', async () => {
  const template = path.join(copy, 'apps/site/src/pages/[lang]/archive.astro');
  const written = readFileSync(template, 'utf8');
  const before = readUntouched(dist);
  writeFileSync(template, written.replace('</Layout>', '<a href="#nowhere">x</a></Layout>'));
  const { code, output } = await runTamizdat(copy, ['build']);
  writeFileSync(template, written);
  expect(code).toBe(1);
  expect(output).toMatch(/^en\/archive\.html:\d+:\d+: fragment-dead: .*\(found: #nowhere\)$/m);
  expect(output).toMatch(/^ru\/archive\.html:/m);
  expect(compareStates(before, readUntouched(dist))).toEqual(NO_CHANGES);
});

const WITHOUT_EFFECT: readonly (readonly [string, StopPoint])[] = [
  [
    'while content is read',
    { call: 'openSync', argument: 0, path: /mill-burns\/index\.md$/, nth: 1 },
  ],
  [
    'while pages are written',
    { call: 'promises.writeFile', argument: 0, path: /\/rendered\/[^/]+\/ru\/.*\.html$/, nth: 3 },
  ],
  [
    'while the search index is written',
    { call: 'promises.writeFile', argument: 0, path: /\/rendered\/[^/]+\/search\//, nth: 5 },
  ],
  [
    'while new files are brought beside the tree',
    { call: 'promises.rename', argument: 1, path: /\.tamizdat-staged\/\d+$/, nth: 4 },
  ],
];

test.each(WITHOUT_EFFECT)('a build killed %s leaves the tree as it was', async (_, point) => {
  const before = readUntouched(dist);
  await killBuildAt(point);
  expect(compareStates(before, withoutStaged(readUntouched(dist)))).toEqual(NO_CHANGES);
  await buildWell(copy);
  expect(compareStates(next, readState(dist))).toEqual(NO_CHANGES);
});

const RENAMES: readonly (readonly [string, StopPoint])[] = [
  ['renames', { call: 'renameSync', argument: 0, path: /\.tamizdat-staged\/\d+$/, nth: 7 }],
  [
    'deletions',
    {
      call: 'unlinkSync',
      argument: 0,
      path: /dist\/en\/2026\/11\/10\/library-hours\.html$/,
      nth: 1,
    },
  ],
];

test.each(RENAMES)('a build killed during the %s is finished by the next', async (_, point) => {
  await killBuildAt(point);
  expect(compareStates(former, withoutStaged(readState(dist)))).not.toEqual(NO_CHANGES);
  await buildWell(copy);
  expect(compareStates(next, readState(dist))).toEqual(NO_CHANGES);
});

test('a tree that was half renamed is finished even by a build that fails', async () => {
  await killBuildAt(RENAMES[0]?.[1] ?? expect.fail());
  content.write('outlet.yaml', 'name: [');
  expect((await runTamizdat(copy, ['build'])).code).toBe(1);
  expect(compareStates(next, readState(dist))).toEqual(NO_CHANGES);
});

test('a tree that was half renamed goes on to the newer content when that changed meanwhile', async () => {
  await killBuildAt(RENAMES[0]?.[1] ?? expect.fail());
  await content.fill();
  await buildWell(copy);
  expect(compareStates(former, readState(dist))).toEqual(NO_CHANGES);
});

test('another folder than the default is built and kept in the same way', async () => {
  const elsewhere = path.join(notes, 'content');
  const out = path.join(notes, 'tree');
  cpSync(path.join(copy, 'content'), elsewhere, { recursive: true });
  const args = ['--content', elsewhere, '--out', out];
  await buildWell(copy, {}, args);
  expect(compareStates(next, readState(out))).toEqual(NO_CHANGES);
  const before = readUntouched(out);
  writeFileSync(path.join(elsewhere, 'outlet.yaml'), 'name: [');
  expect((await runTamizdat(copy, ['build', ...args])).code).toBe(1);
  expect(compareStates(before, readUntouched(out))).toEqual(NO_CHANGES);
});
