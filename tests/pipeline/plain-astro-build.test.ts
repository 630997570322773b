import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sample } from '../outlets/built-outlets.ts';
import { commandEnv } from './workplace/run-tamizdat.ts';
import { compareStates, NO_CHANGES, readState, type TreeState } from './workplace/tree-state.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const site = path.join(repository, 'apps/site');
const out = mkdtempSync(path.join(tmpdir(), 'tamizdat-astro-'));
afterAll(() => {
  rmSync(out, { recursive: true });
});

/**
 * What Astro does not make: the search index and releases. A former address that ends in `/index` it takes for the one
 * before that, so that links of such a page, which lies deeper, lead elsewhere.
 */
function withoutIndex(state: TreeState): TreeState {
  const isOther = /^(?:(?:search|release)\/|news\/\d{4}\/[^/]+\/index\.html$)/;
  return new Map([...state].filter(([file]) => !isOther.test(file)));
}

test('compiled templates render what Astro’s own build of the sample outlet makes, byte for byte', () => {
  execFileSync(path.join(site, 'node_modules/.bin/astro'), ['build', '--outDir', out], {
    cwd: site,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...commandEnv(repository),
      TAMIZDAT_CONTENT: sample.content,
      TAMIZDAT_NOW: process.env['TAMIZDAT_NOW'],
    },
  });
  const built = withoutIndex(readState(out));
  expect(built.size).toBeGreaterThan(sample.least.files);
  expect(compareStates(withoutIndex(readState(sample.tree)), built)).toEqual(NO_CHANGES);
});
