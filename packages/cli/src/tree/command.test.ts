import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { finishPage } from '@tamizdat/tree';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tree-command-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function addPage(path: string, body: string): Promise<void> {
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>t</title></head><body>${body}</body></html>`;
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), finishPage(html, path));
}

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command in a process of its own, as the tamizdat frame does. */
function tree(...args: string[]): Promise<Run> {
  const command = JSON.stringify(join(import.meta.dirname, 'command.ts'));
  const script = `import { runMain } from 'citty'; import tree from ${command}; await runMain(tree, { rawArgs: process.argv.slice(1) });`;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--input-type=module', '-e', script, '--', ...args],
      { cwd: import.meta.dirname },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
  });
}

describe('tamizdat tree check', () => {
  test('a clean tree', async () => {
    await addPage('index.html', '<a href="/en/a.html">a</a>');
    await addPage('en/a.html', '<a href="/">front</a>');
    expect(await tree('check', folder)).toEqual({
      code: 0,
      stdout: 'The tree is clean.\n',
      stderr: '',
    });
  });

  test('a tree with problems, as text and as JSON', async () => {
    await addPage('en/a.html', '<a href="/en/b.html">b</a>');
    const text = await tree('check', folder);
    expect(text.code).toBe(1);
    expect(text.stdout).toMatchInlineSnapshot(`
      "en/a.html:1:266: link-dead: The link leads to nothing in the tree. (found: b.html)
        Correct the address; upper and lower case count.

      1 problem in 1 file
      "
    `);
    const json = await tree('check', folder, '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      problems: [{ code: 'link-dead', file: 'en/a.html', line: 1, found: 'b.html' }],
    });
  });

  test('the outlet’s own address is reported when it is given', async () => {
    await addPage('index.html', '<a href="https://outlet.test/en/">a</a>');
    expect(await tree('check', folder)).toMatchObject({ code: 0 });
    const named = await tree('check', folder, '--origin', 'https://outlet.test');
    expect(named.stdout).toContain('link-absolute-own');
    expect(named.code).toBe(1);
  });

  test.each([
    [['check'], 'Name the folder of the tree. Example: tamizdat tree check dist\n'],
    [
      ['check', '/no/such'],
      'There is no folder /no/such; tamizdat build makes one. Example: tamizdat tree check dist\n',
    ],
    [
      ['weigh', import.meta.filename],
      `${import.meta.filename} is not a folder. Example: tamizdat tree weigh dist\n`,
    ],
    [
      ['check', '.', '--origin', 'outlet'],
      '--origin takes a full address, not "outlet". Example: --origin https://example.org/\n',
    ],
  ])('%j is answered with what to write', async (args, stderr) => {
    expect(await tree(...args)).toEqual({ code: 2, stdout: '', stderr });
  });
});

describe('tamizdat tree weigh', () => {
  test('a tree within budget', async () => {
    await addPage('en/index.html', '<main><a href="/en/2026/11/22/a.html">a</a></main>');
    await addPage('en/2026/11/22/a.html', '<article><p>A story in few words.</article>');
    const { code, stdout } = await tree('weigh', folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^front page {2,}1 .* en\/index\.html /m);
    expect(stdout).toMatch(/^article {2,}1 .* en\/2026\/11\/22\/a\.html /m);
    expect(stdout).toMatch(/Every page keeps to its budget\.\n$/);
  });

  test('a page over its budget', async () => {
    const noise = Array.from({ length: 9000 }, (_, index) => (index * index * 7919).toString(36));
    await addPage('en/2026/11/22/a.html', `<article>Short.</article><p>${noise.join(' ')}`);
    const { code, stdout } = await tree('weigh', folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^article: 1 over the budget, .*a\.html, by \d+ bytes\.$/m);
    const json = JSON.parse((await tree('weigh', folder, '--json')).stdout) as unknown;
    expect(json).toMatchObject({ withinBudget: false, kinds: [{ kind: 'article', over: 1 }] });
  });
});
