import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const PACKAGE = path.join(import.meta.dirname, '..');
const REPOSITORY = path.join(PACKAGE, '../..');

/** Tests that a row names: from the package, from the repository, or beside the one named before. */
function testsOf(row: string): string[] {
  let folder = '';
  return [...row.matchAll(/`([^`]+\.test\.ts)`/g)].map(([, name = '']) => {
    const base = /^(?:packages|apps|tests)\//.test(name) ? REPOSITORY : PACKAGE;
    const file = name.includes('/') ? path.join(base, name) : path.join(folder, name);
    folder = path.dirname(file);
    return file;
  });
}

const rows = readFileSync(path.join(PACKAGE, 'ATTACKS.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2);

test.each(rows)('%s', (row) => {
  const tests = testsOf(row);
  expect(tests).not.toEqual([]);
  expect(tests.filter((file) => !existsSync(file))).toEqual([]);
});
