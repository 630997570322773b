import { spawn } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContentFolder } from './fixture/content-folder.ts';
import { copyRepository, removeCopy } from './workplace/copy-repository.ts';
import { commandEnv, finished, FIXTURE_NOW, type Ran } from './workplace/run-tamizdat.ts';
import { compareStates, NO_CHANGES, readState } from './workplace/tree-state.ts';

/**
 * A build starts by the compiled command of its own kit, and by the sources otherwise: the trees are the same, and nobody who
 * changes the kit meets the former one.
 */
let copy: string;
let dist: string;

const build = (env: NodeJS.ProcessEnv = {}, ...args: string[]): Promise<Ran> =>
  finished(
    spawn(process.execPath, ['packages/cli/src/start.mjs', 'build', ...args], {
      cwd: copy,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...commandEnv(copy), TAMIZDAT_NOW: FIXTURE_NOW, ...env },
    }),
  );

const MARK = 'This is the compiled command.';
const isQuick = ({ output }: Ran): boolean => output.includes(MARK);

beforeAll(async () => {
  copy = copyRepository();
  dist = path.join(copy, 'dist');
  await new ContentFolder(path.join(copy, 'content')).fill();
});
afterAll(() => {
  removeCopy(copy);
});

test('the compiled command makes the tree that the sources make, and only of its own kit', async () => {
  const first = await build();
  const bySources = readState(dist);
  appendFileSync(
    path.join(copy, '.cache/command/main.js'),
    `\nprocess.stderr.write('${MARK}\\n');\n`,
  );
  const second = await build({}, '--force');
  expect([first.code, isQuick(first), second.code, isQuick(second)]).toEqual([0, false, 0, true]);
  expect(compareStates(bySources, readState(dist))).toEqual(NO_CHANGES);

  const starts = [await build({}, '--help'), await build({ CI: 'true' }, '--help')];
  appendFileSync(path.join(copy, 'packages/feeds/src/index.ts'), '\n// Another kit.\n');
  starts.push(await build({}, '--help'));
  expect(starts.map(isQuick)).toEqual([true, false, false]);
  writeFileSync(path.join(copy, '.cache/command/is-current.js'), 'export const half =');
  expect(await build({}, '--help')).toMatchObject({ code: 0 });
});
