import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyRepository, memoryFolder, removeCopy } from './workplace/copy-repository.ts';
import { buildWell, type RunOptions } from './workplace/run-tamizdat.ts';
import { compareStates, NO_CHANGES, readState, type TreeState } from './workplace/tree-state.ts';

/** Wide enough for two widths of a derivative, small enough to be encoded at once. */
const WIDTH = 480;

/** The sample outlet with small pictures: every kind of article, and no long wait for its photographs. */
async function copySample(to: string): Promise<void> {
  cpSync(path.resolve(import.meta.dirname, '../../content'), to, { recursive: true });
  for (const name of globSync('articles/**/*.{jpg,png,webp}', { cwd: to })) {
    const file = path.join(to, name);
    const small = await sharp(readFileSync(file)).resize({ width: WIDTH }).toBuffer();
    writeFileSync(file, small);
  }
}

/** Gives every file of the content and of the kit a time of its own. */
function touchAll(copy: string, from: number): void {
  const files = globSync('{content,apps,packages}/**/*', {
    cwd: copy,
    exclude: (name) => name === 'node_modules' || name.endsWith('/node_modules'),
  });
  for (const [place, file] of files.entries())
    utimesSync(path.join(copy, file), from + place, from + place);
}

const copies: string[] = [];
const states: TreeState[] = [];

async function buildElsewhere(
  parent: string,
  content: string,
  touchedAt: number,
  options: (home: string) => RunOptions,
): Promise<TreeState> {
  // On one of them nothing is shared with the other, not even the path of what is installed.
  const copy = copyRepository(parent, { whole: parent !== memoryFolder });
  const home = mkdtempSync(path.join(tmpdir(), 'tamizdat-home-'));
  copies.push(copy, home);
  rmSync(path.join(copy, 'content'), { recursive: true });
  cpSync(content, path.join(copy, 'content'), { recursive: true });
  touchAll(copy, touchedAt);
  await buildWell(copy, options(home), ['--force']);
  return readState(path.join(copy, 'dist'));
}

beforeAll(async () => {
  const content = path.join(mkdtempSync(path.join(tmpdir(), 'tamizdat-sample-')), 'content');
  copies.push(path.dirname(content));
  await copySample(content);
  const now = '2026-11-22T11:00:00Z';
  const oneCore = existsSync('/usr/bin/taskset') ? ['taskset', '-c', '0'] : [];
  states.push(
    ...(await Promise.all([
      buildElsewhere(tmpdir(), content, 1_000_000_000, (home) => ({
        now,
        under: ['sh', '-c', 'umask 022 && exec "$@"', 'sh', ...oneCore],
        env: { HOME: home, LANG: 'C', LC_ALL: 'C', TZ: 'America/St_Johns', USER: 'one' },
      })),
      buildElsewhere(memoryFolder, content, 1_700_000_000, (home) => ({
        now,
        under: ['sh', '-c', 'umask 077 && exec "$@"', 'sh'],
        env: {
          HOME: home,
          LANG: 'tr_TR.UTF-8',
          LC_ALL: 'tr_TR.UTF-8',
          TZ: 'Asia/Kathmandu',
          USER: 'two',
        },
      })),
    ])),
  );
});

afterAll(() => {
  copies.forEach(removeCopy);
});

test('two builds of the sample outlet on unlike machines are the same files with the same bytes', () => {
  const [one, other] = states;
  if (!one || !other) throw new Error('nothing was built');
  expect(compareStates(one, other)).toEqual(NO_CHANGES);
  expect(
    [...one.keys()].filter((file) => /^search\/en\/[^/]+\/fragment\//.test(file)).length,
  ).toBeGreaterThan(5);
});
