import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, type TestContext } from 'vitest';
import { pagesOfEachKind } from '../e2e/places/page-kinds.ts';
import { assertBuilt, languagesOf, outlets } from '../outlets/built-outlets.ts';

assertBuilt();

const vnu = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
const missing = spawnSync('java', ['-version']).status === 0 ? undefined : 'java is not installed';

/** What the W3C's checker says of files, a line a finding. @throws where the checker itself breaks */
async function findErrors(files: readonly string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    'java',
    ['-Xss4m', '-jar', vnu, ...'--errors-only --exit-zero-always --stdout'.split(' '), ...files],
    { maxBuffer: 50_000_000 },
  );
  return stdout.split('\n').filter((line) => line !== '');
}

/** In CI a missing Java fails: there the tests would otherwise never run. */
const skipWithoutJava = (context: TestContext): void => {
  if (missing !== undefined && !process.env['CI']) context.skip(missing);
};

it('has a checker that finds errors', async (context) => {
  skipWithoutJava(context);
  const folder = await mkdtemp(path.join(tmpdir(), 'tamizdat-html-'));
  const page = path.join(folder, 'page.html');
  await writeFile(page, '<!doctype html><title>A page</title><p><time>yesterday</time>');
  const errors = await findErrors([page]);
  await rm(folder, { recursive: true });
  expect(errors.join()).toContain('time');
});

describe.each(outlets)('$name', ({ tree }) => {
  it('has the W3C checker find no error on any kind of page', async (context) => {
    skipWithoutJava(context);
    const pages = languagesOf({ tree }).flatMap((lang) => [
      ...pagesOfEachKind(tree, lang).values(),
    ]);
    expect(pages.length).toBeGreaterThan(6);
    const files = [...new Set(pages)].map((page) => path.join(tree, page));
    expect(await findErrors(files)).toEqual([]);
  });
});
