import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type Ran, runTamizdat } from '../workplace/run-tamizdat.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const work = mkdtempSync(path.join(tmpdir(), 'tamizdat-terminal-'));
const keys = path.join(work, 'keys');
const sheets = path.join(work, 'sheets');
const PASSPHRASE = 'typed five random words';
/** Everything that stood on the terminal. */
let shown = '';

afterAll(() => {
  rmSync(work, { recursive: true });
});

/** Runs a command on a terminal on which somebody answers. */
async function typeInto(args: string[], answers: [prompt: string, answer: string][]): Promise<Ran> {
  const driver = path.join(import.meta.dirname, 'terminal.py');
  const ran = await runTamizdat(repository, args, {
    under: ['python3', driver, JSON.stringify(answers)],
  });
  shown += ran.output;
  expect(ran.output).not.toContain('    at ');
  return ran;
}

const ASKED = 'Passphrase: ';
const AGAIN = 'Once more: ';
const containing = (words: string) => expect.stringContaining(words) as string;

it('new keys are sealed with a passphrase that is typed twice and never shown', async () => {
  const init = ['keys', 'init', '--out', keys, '--sheets', sheets];
  const slip = await typeInto(init, [
    [ASKED, PASSPHRASE],
    [AGAIN, 'typed five other words'],
  ]);
  expect(slip).toMatchObject({ code: 2, output: containing('differ. Nothing was made') });
  expect(existsSync(keys)).toBe(false);
  const made = await typeInto(init, [
    [ASKED, PASSPHRASE],
    [AGAIN, PASSPHRASE],
  ]);
  expect(made).toMatchObject({ code: 0, output: containing('fingerprint') });
});

it('keys are opened with the passphrase typed once', async () => {
  const out = path.join(work, 'secret');
  const take = ['keys', 'export', keys, '--role', 'timestamp', '--out', out];
  const wrong = await typeInto(take, [[ASKED, 'not what was typed']]);
  expect(wrong).toMatchObject({ code: 1, output: containing('does not open') });
  expect(existsSync(out)).toBe(false);
  expect(await typeInto(take, [[ASKED, PASSPHRASE]])).toMatchObject({ code: 0 });
  expect(readFileSync(out, 'utf8')).toMatch(/^ed25519-seed:[\w-]{43}\n$/);
});

it('the words of a recovery sheet are typed and not shown', async () => {
  const id = (await runTamizdat(repository, ['keys', 'show', keys])).output;
  rmSync(path.join(keys, 'root-1.key.json'));
  // After the words come hexadecimal digits, in groups that look like them.
  const [sheet = ''] = readFileSync(path.join(sheets, 'recovery-root-1.txt'), 'utf8').split(
    'Its id',
  );
  const words = [...sheet.matchAll(/\d+ ([a-z]+)/g)].map(([, word]) => word).slice(-24);
  const recovered = await typeInto(
    ['keys', 'recover', keys],
    [
      ['(not shown): ', words.join(' ')],
      [ASKED, PASSPHRASE],
      [AGAIN, PASSPHRASE],
    ],
  );
  expect(recovered).toMatchObject({ code: 0, output: containing('is back') });
  expect(shown).not.toContain(words.slice(0, 3).join(' '));
  const after = (await runTamizdat(repository, ['keys', 'show', keys])).output;
  expect(after.replace(/root-recovered-\w+/, 'root-1')).toBe(id);
});

it('nothing that was typed stood on the terminal, and no key', () => {
  const secret = readFileSync(path.join(work, 'secret'), 'utf8').trim();
  expect(shown).toContain(ASKED);
  for (const typed of [PASSPHRASE, 'typed five', 'not what was typed', secret])
    expect(shown).not.toContain(typed);
});

it('a recovery sheet fits a printed page: lines of 72 characters, one page, its key and its outlet', () => {
  const sheet = readFileSync(path.join(sheets, 'recovery-root-1.txt'), 'utf8');
  const lines = sheet.trimEnd().split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
  expect(lines.length).toBeLessThanOrEqual(60);
  expect(sheet.match(/^ *\d+ [a-z]+/gm)).not.toBeNull();
  const printed = execFileSync('pr', ['-t', path.join(sheets, 'recovery-root-1.txt')]).toString();
  expect(printed.trimEnd()).toBe(sheet.trimEnd());
});
