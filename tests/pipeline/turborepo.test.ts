import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContentFolder } from './fixture/content-folder.ts';
import { buildPicture } from './fixture/picture.ts';
import { copyRepository, removeCopy } from './workplace/copy-repository.ts';
import { findTraces } from './workplace/find-traces.ts';
import { buildWell, wasCached } from './workplace/run-tamizdat.ts';
import { compareStates, NO_CHANGES, readState, readUntouched } from './workplace/tree-state.ts';

const FOLDER = 'en/2026/11/20-qvorzel-market';

let copy: string;
let dist: string;
let content: ContentFolder;

async function putArticle(): Promise<void> {
  content.writeArticle({
    folder: FOLDER,
    title: 'Qvorzel market moves to the quay',
    text: 'The qvorzel market moves.',
    leadImage: { file: 'market.png', alt: 'A qvorzel market on a gradient' },
  });
  content.write(`articles/${FOLDER}/market.png`, await buildPicture(180));
}

beforeAll(async () => {
  copy = copyRepository();
  dist = path.join(copy, 'dist');
  content = new ContentFolder(path.join(copy, 'content'));
  await content.fill();
  await putArticle();
  await buildWell(copy);
});

afterAll(() => {
  removeCopy(copy);
});

/** Hashes of all tasks that a build of the site would run, by task. */
function taskHashes(): Map<string, string> {
  const turbo = ['--yes', '--prefer-offline', 'pnpm@12.21.0', 'exec', 'turbo', 'run', 'build'];
  const output = execFileSync('npx', [...turbo, '--filter=@tamizdat/site', '--dry=json'], {
    cwd: copy,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  }).toString();
  const { tasks } = JSON.parse(output) as { tasks: { taskId: string; hash: string }[] };
  return new Map(tasks.map(({ taskId, hash }) => [taskId, hash]));
}

test('a second run with nothing changed is taken whole from the cache and touches no file', async () => {
  const before = readUntouched(dist);
  expect(wasCached(await buildWell(copy))).toBe(true);
  expect(compareStates(before, readUntouched(dist))).toEqual(NO_CHANGES);
});

test('a changed article builds the site again and nothing else', () => {
  const before = taskHashes();
  content.editArticle(FOLDER, (text) => text.replace('market moves.', 'market has moved.'));
  const after = taskHashes();
  expect(before.has('@tamizdat/article-schema#build')).toBe(true);
  expect(
    [...after].filter(([task, hash]) => before.get(task) !== hash).map(([task]) => task),
  ).toEqual(['@tamizdat/site#build']);
  content.editArticle(FOLDER, (text) => text.replace('market has moved.', 'market moves.'));
});

test('what is taken from the cache holds no file of an article that was removed meanwhile', async () => {
  const withArticle = readState(dist);
  content.removeArticle(FOLDER);
  expect(wasCached(await buildWell(copy))).toBe(false);
  const without = readState(dist);
  expect(findTraces(dist, 'qvorzel')).toEqual([]);
  const { added, removed } = compareStates(without, withArticle);
  expect(added).toContain('en/2026/11/20/qvorzel-market.html');
  expect(added.filter((file) => file.startsWith('media/')).length).toBeGreaterThan(2);
  expect(removed.every((file) => file.startsWith('search/en/'))).toBe(true);

  await putArticle();
  expect(wasCached(await buildWell(copy))).toBe(true);
  expect(compareStates(withArticle, readState(dist))).toEqual(NO_CHANGES);

  content.removeArticle(FOLDER);
  expect(wasCached(await buildWell(copy))).toBe(true);
  expect(compareStates(without, readState(dist))).toEqual(NO_CHANGES);
});
