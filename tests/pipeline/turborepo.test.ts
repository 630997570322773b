import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContentFolder } from './fixture/content-folder.ts';
import { copyRepository, removeCopy } from './workplace/copy-repository.ts';
import { buildWell, startTamizdat } from './workplace/run-tamizdat.ts';
import { killAt } from './workplace/stop-point.ts';
import { compareStates, NO_CHANGES, readState, readUntouched } from './workplace/tree-state.ts';

const FOLDER = 'en/2026/11/18-ferry-runs-again';
const TEMPLATE = 'apps/site/src/pages/[lang]/archive.astro';

let copy: string;
let dist: string;
let content: ContentFolder;

beforeAll(async () => {
  copy = copyRepository();
  dist = path.join(copy, 'dist');
  content = new ContentFolder(path.join(copy, 'content'));
  await content.fill();
  await buildWell(copy);
});

afterAll(() => {
  removeCopy(copy);
});

/** Hashes of all tasks that compiling the templates would run, by task. */
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

test('a second run with nothing changed renders nothing and touches no file', async () => {
  const before = readUntouched(dist);
  const rendering = { call: 'promises.writeFile', argument: 0, path: /\/rendered\//, nth: 1 };
  const start = (env: NodeJS.ProcessEnv) => startTamizdat(copy, ['build'], { env });
  await expect(killAt(rendering, copy, start)).rejects.toThrow('the run ended before');
  expect(compareStates(before, readUntouched(dist))).toEqual(NO_CHANGES);
});

test('a file of the tree that somebody altered is made again', async () => {
  const before = readState(dist);
  appendFileSync(path.join(dist, 'en/index.html'), '<p>somebody else');
  await buildWell(copy);
  expect(compareStates(before, readState(dist))).toEqual(NO_CHANGES);
});

test('an article is nothing that Turborepo knows of; a template is', () => {
  const before = taskHashes();
  content.editArticle(FOLDER, (text) => text.replace('crosses', 'has crossed'));
  expect(taskHashes()).toEqual(before);
  appendFileSync(path.join(copy, TEMPLATE), '<!-- changed -->');
  const changed = [...taskHashes()].filter(([task, hash]) => before.get(task) !== hash);
  expect(before.has('@tamizdat/article-schema#build')).toBe(true);
  expect(changed.map(([task]) => task)).toEqual(['@tamizdat/site#build']);
});

test('a template that changed is in the next tree', async () => {
  appendFileSync(path.join(copy, TEMPLATE), '<p>Of the changed template.</p>');
  const before = readState(dist);
  await buildWell(copy);
  expect(compareStates(before, readState(dist)).changed).toEqual(
    expect.arrayContaining(['en/archive.html', 'ru/archive.html']),
  );
});
