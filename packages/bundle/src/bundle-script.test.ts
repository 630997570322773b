import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { bundleScript } from './bundle-script.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-bundle-'));
writeFileSync(path.join(folder, 'word.ts'), "export const word: string = 'чек';\n");
writeFileSync(
  path.join(folder, 'main.ts'),
  "import { word } from './word.ts';\n/*! A licence */\ndocument.title = document.title ?? word;\n",
);
const at = (name: string): URL => pathToFileURL(path.join(folder, name));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a script and what it imports are one classic script, for old browsers and without comments', async () => {
  const script = await bundleScript(at('main.ts'));
  expect(script).toMatch(/^\(\(\)=>\{.*"чек".*\}\)\(\);\n$/);
  expect(script).not.toMatch(/import|\?\?|licence/);
});

test('an entry that is no file imports from the folder that is named', async () => {
  const contents = "export { word } from './word.ts';";
  const entry = { contents, folder: pathToFileURL(`${folder}/`) };
  expect(await bundleScript(entry, { format: 'esm' })).toMatch(/export\{\w+ as word\};\n$/);
});

test('the folder in which the process began does not matter, even where it is gone', async () => {
  const script = await bundleScript(at('main.ts'));
  const former = process.cwd();
  const gone = mkdtempSync(path.join(tmpdir(), 'tamizdat-gone-'));
  process.chdir(gone);
  rmSync(gone, { recursive: true });
  try {
    expect(await bundleScript(at('main.ts'))).toBe(script);
  } finally {
    process.chdir(former);
  }
});

test('what cannot be read is an error that names it, and nothing is printed', async () => {
  await expect(bundleScript(at('none.ts'))).rejects.toThrow('none.ts');
});
