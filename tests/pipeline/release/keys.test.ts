import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ran, runTamizdat } from '../workplace/run-tamizdat.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const work = mkdtempSync(path.join(tmpdir(), 'tamizdat-release-'));
const keys = path.join(work, 'keys');
const PASSPHRASE = 'five random words in a row';
/** Everything that any command said. */
let said = '';

afterAll(() => {
  rmSync(work, { recursive: true });
});

async function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const ran = await runTamizdat(repository, args, {
    env: { TAMIZDAT_PASSPHRASE: PASSPHRASE, ...env },
  });
  said += ran.output;
  expect(ran.output).not.toContain('    at ');
  return ran;
}

async function ask<Answer>(args: string[], code = 0): Promise<Answer> {
  const ran = await run([...args, '--json']);
  expect(ran).toMatchObject({ code });
  return JSON.parse(ran.output) as Answer;
}

interface Shown {
  fingerprint: string;
  words: string;
  root: { version: number };
  roles: { role: string; threshold: number; keys: { id: string; file: string | null }[] }[];
  replaced: string[];
}
const show = () => ask<Shown>(['keys', 'show', keys]);

describe('the keys of an outlet', () => {
  it('are made sealed, with a fingerprint in digits and words, and never over others', async () => {
    const sheets = path.join(work, 'sheets');
    const made = await run(['keys', 'init', '--out', keys, '--sheets', sheets]);
    expect(made).toMatchObject({ code: 0 });
    const shown = await show();
    expect(made.output).toContain(shown.fingerprint.slice(0, 4));
    expect(made.output.replace(/\s+/g, ' ')).toContain(shown.words);
    expect(shown.roles[0]).toMatchObject({ role: 'root', threshold: 2, keys: [{}, {}, {}] });
    const names = readdirSync(keys).filter((name) => name.endsWith('.key.json'));
    expect(names).toHaveLength(6);
    for (const file of [...names.map((name) => path.join(keys, name))])
      expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(sheets).filter((name) => name.startsWith('recovery-'))).toHaveLength(3);
    expect(await run(['keys', 'init', '--out', keys])).toMatchObject({
      code: 2,
      output: expect.stringContaining('is not empty') as string,
    });
  });

  it.each([
    [['--root-keys', '2', '--threshold', '3'], {}, '3 of 2 root keys cannot sign'],
    [['--threshold', 'two'], {}, '--threshold is a number such as 2, not “two”'],
    [[], { TAMIZDAT_PASSPHRASE: 'short' }, 'fewer than 12 characters'],
    [[], { TAMIZDAT_PASSPHRASE: '' }, 'Set TAMIZDAT_PASSPHRASE'],
    [[], { TAMIZDAT_NOW: 'soon' }, 'TAMIZDAT_NOW is not a time'],
  ])('are not made with %j and %j', async (args, env, words) => {
    const out = path.join(work, 'refused');
    const { code, output } = await run(['keys', 'init', '--out', out, ...args], env);
    expect([code, output]).toEqual([2, expect.stringContaining(words)]);
    rmSync(out, { recursive: true, force: true });
  });

  it('have no place in what is published', async () => {
    const out = path.join(repository, 'content/keys');
    const { code, output } = await run(['keys', 'init', '--out', out]);
    expect([code, output]).toEqual([2, expect.stringContaining('which is published')]);
  });

  it('are replaced by a root that the former root keys sign', async () => {
    const [root] = (await show()).roles;
    const old = root?.keys[0]?.id ?? '';
    const replace = ['--replace', `timestamp,${old.slice(0, 12)}`];
    expect(await run(['keys', 'rotate', keys, ...replace])).toMatchObject({ code: 0 });
    const shown = await show();
    expect(shown.root.version).toBe(2);
    expect(shown.replaced).toHaveLength(2);
    expect(shown.roles.flatMap((role) => role.keys.map(({ file }) => file))).not.toContain(null);
    expect(JSON.stringify(shown.roles)).not.toContain(old);
  });

  it('are not replaced with a wrong passphrase, or where nobody has them', async () => {
    const wrong = await run(['keys', 'rotate', keys], {
      TAMIZDAT_PASSPHRASE: 'another passphrase',
    });
    expect([wrong.code, wrong.output]).toEqual([1, expect.stringContaining('does not open')]);
    const names = await run(['keys', 'rotate', keys, '--replace', 'timestam,beef']);
    expect([names.code, names.output]).toEqual([2, expect.stringContaining('“timestam”, “beef”')]);
    const empty = path.join(work, 'empty');
    mkdirSync(empty);
    const none = await run(['keys', 'show', empty]);
    expect([none.code, none.output]).toEqual([2, expect.stringContaining('There is no root.json')]);
  });
});

it('no command says a key or the passphrase', () => {
  const secrets = readdirSync(path.join(work, 'sheets'))
    .filter((name) => name.startsWith('recovery-'))
    .map((name) => readFileSync(path.join(work, 'sheets', name), 'utf8'))
    // After the words come hexadecimal digits, in groups that look like them.
    .map((sheet) => sheet.split('Its id')[0] ?? '')
    .map((sheet) => [...sheet.matchAll(/\d+ ([a-z]+)/g)].map(([, word]) => word).slice(-24));
  expect(secrets.map((words) => words.length)).toEqual([24, 24, 24]);
  const plain = said.replace(/\s+/g, ' ');
  for (const words of secrets) expect(plain).not.toContain(words.slice(0, 3).join(' '));
  expect(said).not.toContain(PASSPHRASE);
  expect(said).not.toContain('sealed"');
});
