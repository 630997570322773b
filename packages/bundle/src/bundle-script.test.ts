import { execFileSync } from 'node:child_process';
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

/**
 * esbuild notes when it is loaded where the process is, and its program must begin in a folder that is there: only another
 * process shows what comes of both.
 */
const IN_A_GONE_FOLDER = `
  const { mkdtempSync, rmSync } = await import('node:fs');
  const gone = mkdtempSync(process.argv[1]);
  process.chdir(gone);
  const { bundleScript } = await import(process.argv[2]);
  const bundle = () => bundleScript(new URL(process.argv[3]));
  await bundle();
  rmSync(gone, { recursive: true });
  process.stdout.write(await bundle());`;

test('the folder in which the process began does not matter, even where it has gone since', async () => {
  const module = import.meta.resolve('./bundle-script.ts');
  const args = [path.join(tmpdir(), 'tamizdat-gone-'), module, at('main.ts').href];
  const said = execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', IN_A_GONE_FOLDER, ...args],
    { encoding: 'utf8', stdio: 'pipe' },
  );
  expect(said).toBe(await bundleScript(at('main.ts')));
});

test('what cannot be read is an error that names it, and nothing is printed', async () => {
  await expect(bundleScript(at('none.ts'))).rejects.toThrow('none.ts');
});
