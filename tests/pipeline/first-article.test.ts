import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ContentFolder } from './fixture/content-folder.ts';
import { finished, FIXTURE_NOW } from './workplace/run-tamizdat.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-first-'));
const content = new ContentFolder(path.join(folder, 'content'));
/** Words that a newcomer has to read from the beginning to a check that finds nothing. */
const WORDS = 400;
const FILE = 'content/articles/en/2026/11/22-the-ferry-runs-at-night-again/index.md';

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the command on a terminal on which somebody answers; gives what stood there. */
async function onTerminal(args: string[], answers: [prompt: string, answer: string][] = []) {
  const main = path.join(repository, 'packages/cli/src/main.ts');
  const script = path.join(import.meta.dirname, 'release/terminal.py');
  const typed = [script, JSON.stringify(answers), process.execPath, main, ...args];
  const child = spawn('/usr/bin/python3', typed, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: homedir(),
      ...{ TERM: 'dumb', NO_COLOR: '1', LANG: 'en_GB.UTF-8', TAMIZDAT_NOW: FIXTURE_NOW },
    },
  });
  const { code, output } = await finished(child);
  expect(code, output).toBe(0);
  // What moves the cursor is no text.
  return output.replaceAll(/\u001B\[[\d;?]*[A-Za-z]/g, '').replaceAll('\r', '');
}

test('the session in the docs, from “new” to a check that finds nothing, is still true and short', async () => {
  await content.fill();
  const began = await onTerminal(
    ['new', 'article', '--content', 'content'],
    [
      ['Headline', 'The ferry runs at night again'],
      ['Language', 'en'],
      ['Kind', 'news'],
      ['Section', 'news'],
      ['Tags', 'river'],
      ['Authors', 'anna'],
      ['End of the address', ''],
    ],
  );
  expect(began).toContain(FILE);
  const text = 'The ferry crosses the river after dark again.';
  appendFileSync(path.join(folder, FILE), `${text}\n`);
  const checked = await onTerminal(['check', FILE, '--content', 'content']);
  expect(checked).toContain('No problems.');
  const session = [
    '$ npx tamizdat new article',
    began.trim(),
    `$ echo '${text}' >> ${FILE}`,
    `$ npx tamizdat check ${FILE}`,
    checked.trim(),
    '',
  ].join('\n');
  const shown = session
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
  expect(shown.split(/\s+/).length).toBeLessThanOrEqual(WORDS);
  await expect(shown).toMatchFileSnapshot(path.join(repository, 'docs/first-article.txt'));
});
