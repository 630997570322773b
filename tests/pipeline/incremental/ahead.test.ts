import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checkTree } from '@tamizdat/tree';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareStates, NO_CHANGES, readState } from '../workplace/tree-state.ts';
import { Workplace } from '../workplace/workplace.ts';

/** What a watch brings into the tree when something was saved, before the build that looks at everything. */
const work = new Workplace();
const { content } = work;
const FERRY = 'en/2026/11/18-ferry-runs-again';
const FILE = `articles/${FERRY}/index.md`;
const PAGE = 'en/2026/11/18/ferry-runs-again.html';

beforeAll(async () => {
  await content.fill();
  await work.update();
});
afterAll(() => {
  work.remove();
});

test('a sentence stands on its page before the search knows it, in a tree without faults', async () => {
  const bring = await work.getReady();
  const before = readState(work.tree);
  content.editArticle(FERRY, (text) => `${text}\nXarvolim was on board.\n`);
  expect(await bring([FILE, `${FILE}~`, 'articles'])).toBeGreaterThan(0);
  const { changed, added, removed } = compareStates(before, readState(work.tree));
  expect(changed).toContain(PAGE);
  expect(changed.filter((file) => file.startsWith('search/'))).toEqual([]);
  expect([...added, ...removed]).toEqual([]);
  expect(await checkTree(work.tree)).toEqual([]);
  await work.update();
  const whole = compareStates(await work.buildFromNothing(), readState(work.tree));
  expect(whole).toEqual(NO_CHANGES);
});

test('what has errors, and what came or went, is left to the build', async () => {
  const bring = await work.getReady();
  const before = readState(work.tree);
  const at = (file: string): string => path.join(content.root, file);
  const text = readFileSync(at(FILE), 'utf8');
  content.write(FILE, text.replace(/^title: .*$/m, 'title: ""'));
  expect(await bring([FILE])).toBeUndefined();
  content.write(FILE, text);
  content.write('pages/en/terms.md', '---\ntitle: Terms\n---\n\nText.\n');
  expect(await bring([FILE, 'pages/en/terms.md'])).toBeUndefined();
  rmSync(at('pages/en/terms.md'));
  rmSync(at('pages/en/about.md'));
  expect(await bring(['pages/en/about.md'])).toBeUndefined();
  expect(compareStates(before, readState(work.tree))).toEqual(NO_CHANGES);
});
