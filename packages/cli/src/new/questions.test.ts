import { execFileSync, spawn } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeOutlet } from '../../testing/sample-outlet.ts';

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));

/** `script` (util-linux) gives a command a terminal. */
const hasScript = (() => {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
})();

/** Types an answer whenever a prompt ends with a colon; gives all that was shown, and the exit code. */
function converse(
  command: string,
  answers: readonly string[],
  language = 'en_GB.UTF-8',
): Promise<{ shown: string; code: number }> {
  return new Promise((resolve) => {
    const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      cwd: folder,
      env: {
        ...process.env,
        LC_ALL: '',
        LANG: language,
        NO_COLOR: '1',
        TAMIZDAT_NOW: '2026-11-22T12:00:00Z',
      },
    });
    const left = [...answers];
    let shown = '';
    let asked = 0;
    child.stdout.on('data', (bytes: Buffer) => {
      shown += bytes.toString();
      const prompts = shown.split(/: (?=\u001B|$)/).length - 1;
      if (prompts <= asked || !/: (?:\u001B\[[^a-zA-Z]*[a-zA-Z])*$/.test(shown)) return;
      asked = prompts;
      child.stdin.write(left.shift() ?? '\u0003');
    });
    child.on('close', (code) => {
      resolve({ shown, code: code ?? -1 });
    });
  });
}

const NEW = `'${process.execPath}' '${path.join(import.meta.dirname, '../main.ts')}' new article --content content`;

test.skipIf(!hasScript)(
  'asks on a terminal, and asks again where an answer is not right',
  async () => {
    folder = await makeOutlet();
    const answers = ['Кот', 'Паром снова ходит', 'ru', '', 'politcs', 'politics', '', '', ''];
    const { shown, code } = await converse(
      NEW,
      answers.map((answer) => `${answer}\r`),
    );
    expect(shown).toContain('this one has 3');
    expect(shown).toContain('Did you mean “politics”?');
    expect(shown).toContain('parom-snova-khodit/index.md');
    expect(code).toBe(0);
  },
);

test.skipIf(!hasScript)('yes and no are answered in the language of the question', async () => {
  folder = await makeOutlet();
  const answers = ['Лида О.', 'может быть', 'да', ''].map((answer) => `${answer}\r`);
  const russian = NEW.replace('new article', 'new author');
  const { shown, code } = await converse(russian, answers, 'ru_RU.UTF-8');
  expect(shown).toContain('(да, нет)');
  expect(shown).toContain('Ответьте «да» или «нет».');
  expect(shown).toContain('[Enter: из имени]');
  expect(code).toBe(0);
  const record = await readFile(path.join(folder, 'content/authors/lida-o.yaml'), 'utf8');
  expect(record).toMatch(/^pseudonym: true$/m);
});

test.skipIf(!hasScript)('a person who leaves leaves nothing behind', async () => {
  folder = await makeOutlet();
  const { shown, code } = await converse(NEW, ['Паром снова ходит\r']);
  expect(shown).toContain('Nothing was made.');
  expect(code).toBe(1);
  expect(await readdir(path.join(folder, 'content'))).toEqual(['outlet.yaml']);
});
