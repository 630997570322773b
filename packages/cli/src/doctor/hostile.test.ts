import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { judgeFolder } from '@tamizdat/archive';
import { initKeys, SourceError } from '@tamizdat/release';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeOutlet, startTamizdat, tamizdat } from '../../testing/sample-outlet.ts';
import { examine } from './examine.ts';
import { openFacts } from './facts/facts.ts';
import { withDeadline } from './facts/with-deadline.ts';
import { findPlace } from './place.ts';
import { QUESTIONS } from './questions.ts';

const NOW = '2026-11-22T12:00:00Z';
const GARBAGE = `\u001b[2J{"head": [${'['.repeat(5_000)}`;

let folder = '';
let keys = '';
const at = (...names: string[]): string => path.join(folder, ...names);

beforeEach(async () => {
  folder = await makeOutlet();
  keys = `${folder}-keys`;
});
afterEach(() => {
  for (const one of [folder, keys]) rmSync(one, { recursive: true, force: true });
});

function put(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const doctor = (env: Record<string, string> = {}, ...args: string[]) =>
  tamizdat(['doctor', '--content', 'content', '--tree', 'dist', ...args], folder, {
    ...{ TAMIZDAT_NOW: NOW, TAMIZDAT_WATCH_HISTORY: at('outlet-state/watch.sqlite') },
    ...env,
  });

/** Whatever is broken, every question is asked, and none ends in a trace. */
async function survives(env: Record<string, string> = {}): Promise<string> {
  const { out, err } = await doctor(env);
  expect(err).toBe('');
  expect(out).not.toMatch(/\n {4}at |\u001b|undefined/);
  const listed = JSON.parse((await doctor(env, '--json')).out) as { questions: { id: string }[] };
  expect(listed.questions.map(({ id }) => id)).toEqual(QUESTIONS.map(({ id }) => id));
  return out;
}

test('files that somebody spoiled are told, and the other questions asked', async () => {
  initKeys({ folder: keys, passphrase: 'five random words', now: Date.parse(NOW) });
  for (const file of [
    ...['outlet-state/release/state.json', 'outlet-state/ship.json', 'content/keys/newest.json'],
    ...['content/keys/root.json', 'content/mirrors.yaml', 'dist/release/bundle.json'],
    ...['outlet-state/state.git', 'dist/ru/index.html', 'content/pages/en/about.md'],
  ])
    put(at(file), GARBAGE);
  put(path.join(keys, 'targets-2.key.json'), GARBAGE);
  const out = await survives();
  expect(out).toContain('state.json is not the state of a release');
  expect(out).toContain('These are no key files that can be used');
});

test('folders in the place of files, files in that of folders, and links to nothing', async () => {
  for (const file of [
    ...['outlet-state/release/state.json', 'outlet-state/ship.json', 'outlet-state/watch.sqlite'],
    ...['content/keys/root.json', 'content/keys/newest.json', 'dist/release/bundle.json'],
    ...['content/mirrors.yaml', 'outlet-state/backed-up'],
  ])
    mkdirSync(at(file), { recursive: true });
  put(keys, 'no folder');
  symlinkSync(at('nowhere'), at('content/appeals'));
  await survives();
});

test('where there is no git and no settings, what else can be told is told', async () => {
  writeFileSync(at('content/outlet.yaml'), GARBAGE);
  put(at('content/articles/en/2026/11/22-a/index.md'), GARBAGE);
  const out = await survives({ PATH: at('nowhere') });
  expect(out).toContain('There is no git here');
  expect(out).toContain('The content has errors');
});

test('nothing of secrets and reserve mirrors is printed', async () => {
  const { recoverySheets } = initKeys({
    ...{ folder: keys, passphrase: 'five random words', now: Date.parse(NOW) },
  });
  const words = /(?:[a-z]+ ){5}[a-z]+/.exec(recoverySheets[0] ?? '')?.[0] ?? 'none';
  put(path.join(keys, 'recovery-root-1.txt'), recoverySheets[0] ?? '');
  put(
    path.join(keys, 'timestamp.secret'),
    'ed25519-seed:c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXM\n',
  );
  put(at('content/keys/root.json'), '');
  const reserve =
    'mirrors:\n  - { name: hidden, address: "https://hidden.example/", kind: copied }\n';
  const env = {
    ...{ TAMIZDAT_RESERVE: reserve, TAMIZDAT_PASSPHRASE: 'five random words' },
    TAMIZDAT_STATE_REMOTE: 'https://me:token123@git.example/outlet.git',
    TAMIZDAT_KEY_TARGETS: 'ed25519-seed:b3RoZXItc2VjcmV0',
  };
  const { out } = await doctor(env);
  const { out: listed } = await doctor(env, '--json', '--offline');
  expect(out).toContain('A key lies here without a passphrase');
  for (const secret of ['c2VjcmV0', 'b3RoZXI', 'five random words', 'hidden', 'token123', words])
    expect(out + listed).not.toContain(secret);
});

test('a mirror that never ends is given up, and not waited for', async () => {
  let asked = 0;
  const source = {
    spent: { requests: 0, bytes: 0 },
    read: () => {
      asked++;
      return new Promise<undefined>(() => undefined);
    },
  };
  vi.useFakeTimers();
  try {
    const bounded = withDeadline(source, 30_000);
    const reading = expect(bounded.read('release/bundle.json', 1)).rejects.toThrow(SourceError);
    await vi.advanceTimersByTimeAsync(30_000);
    await reading;
    const again = expect(bounded.read('release/bundle.json', 1)).rejects.toThrow(SourceError);
    await vi.advanceTimersByTimeAsync(1);
    await again;
    expect(asked).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});

test('with --offline nobody is asked', async () => {
  initKeys({ folder: keys, passphrase: 'five random words', now: Date.parse(NOW) });
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  put(
    at('content/mirrors.yaml'),
    `mirrors:\n  - { name: one, address: "http://127.0.0.1:${port}/", kind: copied }\n`,
  );
  expect((await doctor({}, '--offline')).out).toContain('--offline leaves the network alone');
  expect(asked).toBe(0);
  await doctor();
  expect(asked).toBeGreaterThan(0);
  await new Promise((resolve) => server.close(resolve));
});

test('a question that fails is a finding, once for each reason', async () => {
  const given = { content: at('content'), keys: undefined, tree: at('dist'), remote: undefined };
  const facts = openFacts(
    findPlace({ ...given, branch: 'b', proxy: undefined, isOffline: true }, Date.parse(NOW), {}),
  );
  const fails = (id: string) => ({
    ...{ id, name: { en: id, ru: id } },
    look: () => Promise.reject(new Error(`the disk\u0007\n${'failed '.repeat(100)}`)),
  });
  const [first, second] = await examine([fails('one'), fails('two')], facts);
  expect(first?.findings[0]).toMatchObject({ code: 'one-failed', when: 'now' });
  expect(first?.findings[0]?.text.en.length).toBeLessThan(660);
  expect(second?.findings[0]?.text.en).toBe('two: for the same reason');
});

const kit = path.join(import.meta.dirname, '../../../../content');

test.skipIf(judgeFolder(kit).whose !== 'sample')(
  'of the sample nothing else is asked',
  async () => {
    cpSync(path.join(kit, 'outlet.yaml'), at('content/outlet.yaml'));
    const { code, out } = await doctor({}, '--json');
    const { questions } = JSON.parse(out) as { questions: object[] };
    expect(questions).toMatchObject([{ id: 'outlet', findings: [{ code: 'sample-outlet' }] }]);
    expect(code).toBe(3);
  },
);

test('a history in the place of earlier versions is told, and left there', async () => {
  initKeys({ folder: keys, passphrase: 'five random words', now: Date.parse(NOW) });
  put(at('.tamizdat/release/state.json'), '{}');
  const { out } = await startTamizdat(['doctor', '--content', 'content', '--offline'], folder, {
    TAMIZDAT_NOW: NOW,
  });
  expect(out).toContain('.tamizdat/release, where earlier versions');
  expect(existsSync(at('.tamizdat/release/state.json'))).toBe(true);
});

test('keys in the repository are told', async () => {
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  put(at('deep/er/targets-1.key.json'), '{}');
  put(at('recovery-root-1.txt'), 'words');
  execFileSync('git', ['add', '.'], { cwd: folder });
  const { out } = await doctor({}, '--offline');
  expect(out).toContain('in the repository, files: 2.');
});
