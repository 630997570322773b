import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signAgain } from '@tamizdat/release';
import { NOW, ONLINE_KEYS, SampleSite } from '@tamizdat/release/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { repository, STATE } from '../repository/folders.ts';
import { makeOutlet, startTamizdat, tamizdat } from '../../testing/sample-outlet.ts';
import { placeOf } from './arguments.ts';
import { shownAddress } from './state-branch.ts';

/** After the clock of the release, 11:00 in UTC, and before the time of the tests, 22:30. */
const DUE = `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V
lang: ru
kind: news
title: Паром снова ходит через реку
section: politics
publishedAt: 2026-11-22T20:00:00+02:00
status: ready
---

Текст.
`;

const site = new SampleSite();
const work = mkdtempSync(path.join(tmpdir(), 'tamizdat-state-'));
let remote = '';
let count = 0;

beforeEach(() => {
  site.write('ru/crlf.txt', 'one\r\ntwo\r\n');
  site.release();
  remote = path.join(work, `remote-${String(++count)}.git`);
  execFileSync('git', ['init', '--quiet', '--bare', remote]);
});
afterAll(() => {
  site.remove();
  rmSync(work, { recursive: true });
});

/** A machine with the content and nothing else; `start` runs its commands, in a process of their own or in this one. */
async function machine(files: Record<string, string> = {}, start = tamizdat) {
  const folder = await makeOutlet(files);
  const made = path.join(work, `machine-${String(++count)}`);
  cpSync(folder, made, { recursive: true });
  rmSync(folder, { recursive: true });
  const run = (command: string, ...more: string[]) => {
    const tree = command === 'due' ? [] : ['--tree', 'dist'];
    const args = ['state', command, '--content', 'content', '--remote', remote, ...tree, ...more];
    return start(args, made);
  };
  return { folder: made, run };
}

async function releasingMachine(start = tamizdat) {
  const here = await machine({}, start);
  cpSync(site.tree, path.join(here.folder, 'dist'), { recursive: true });
  cpSync(path.join(site.folder, 'state'), path.join(here.folder, STATE, 'release'), {
    recursive: true,
  });
  return here;
}

interface Machine {
  folder: string;
}

/** Makes the next release there. */
function release({ folder }: Machine): void {
  site.write('ru/crlf.txt', `release ${String(++count)}\r\n`);
  site.release();
  for (const [from, to] of [
    [site.tree, 'dist'],
    [path.join(site.folder, 'state'), `${STATE}/release`],
  ] as const) {
    rmSync(path.join(folder, to), { recursive: true });
    cpSync(from, path.join(folder, to), { recursive: true });
  }
}

/** Signs the timestamp anew there. */
function refresh({ folder }: Machine, now: number): void {
  const place = {
    state: path.join(folder, STATE, 'release'),
    tree: path.join(folder, 'dist'),
  };
  signAgain(place, { what: 'timestamp', keys: ONLINE_KEYS }, now);
}

const git = (...args: string[]) =>
  execFileSync('git', [`--git-dir=${remote}`, ...args], { encoding: 'utf8' });

function bytesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]),
  );
}

test('a release comes to another machine as it is, and leaves no history', async () => {
  const from = await releasingMachine(startTamizdat);
  expect(await from.run('keep')).toMatchObject({ code: 0, err: '' });
  const to = await machine({}, startTamizdat);
  expect(await to.run('fetch')).toMatchObject({ code: 0, err: '' });
  for (const part of ['dist', `${STATE}/release`])
    expect(bytesOf(path.join(to.folder, part))).toEqual(bytesOf(path.join(from.folder, part)));
  expect(Object.keys(bytesOf(path.join(to.folder, 'dist'))).length).toBeGreaterThan(90);
  writeFileSync(path.join(to.folder, 'dist/new.html'), 'new');
  expect(await to.run('keep')).toMatchObject({ code: 0, err: '' });
  expect(git('log', '--format=%an %ae %cn %aI %B', 'site-state')).toMatch(
    /^nobody nobody@invalid nobody 2026-11-22T11:00:00(?:Z|\+00:00) Release \d+\n\nClock: 2026-11-22T11:00:00Z\s+$/,
  );
});

test('the history comes alone where a build makes the tree', async () => {
  await (await releasingMachine()).run('keep');
  const to = await machine();
  writeFileSync(path.join(to.folder, 'dist'), 'in the way');
  expect(await to.run('fetch', '--without-tree')).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(path.join(to.folder, 'dist'), 'utf8')).toBe('in the way');
  expect(Object.keys(bytesOf(path.join(to.folder, STATE, 'release')))).toContain('state.json');
});

test('of two that go on from the same release one is refused, each time', async () => {
  const one = await releasingMachine();
  expect((await one.run('keep')).code).toBe(0);
  const other = await machine();
  expect((await other.run('fetch')).code).toBe(0);
  release(one);
  expect((await one.run('keep')).code).toBe(0);
  const kept = git('rev-parse', 'site-state');
  // Again, and with a newer timestamp than that of the other release.
  for (const again of [NOW, NOW + 3_600_000]) {
    if (again > NOW) refresh(other, again);
    const { code, err } = await other.run('keep');
    expect([code, err]).toEqual([1, expect.stringMatching('state-kept-since: [^]*state fetch')]);
    expect(git('rev-parse', 'site-state')).toBe(kept);
  }
});

test('a release is kept on from the one that it follows, when only what was fetched is forgotten', async () => {
  const here = await releasingMachine();
  const forget = () => {
    rmSync(path.join(here.folder, STATE, 'state.git'), { recursive: true });
  };
  expect((await here.run('keep')).code).toBe(0);
  forget();
  expect(await here.run('keep')).toMatchObject({ code: 0, err: '' });
  forget();
  release(here);
  expect(await here.run('keep')).toMatchObject({ code: 0, err: '' });
  const there = await machine();
  expect((await there.run('fetch')).code).toBe(0);
  const [kept, own] = [there, here].map(({ folder }) => bytesOf(path.join(folder, 'dist')));
  expect(kept).toEqual(own);
});

test('what is no longer whole does not go in the place of what is', async () => {
  const here = await releasingMachine();
  expect((await here.run('keep')).code).toBe(0);
  const kept = git('rev-parse', 'site-state');
  const history = `${STATE}/release/published`;
  const [targets = ''] = readdirSync(path.join(here.folder, history)).filter((name) =>
    name.endsWith('.targets.json'),
  );
  for (const [lost, told] of [
    [`${history}/${targets}`, targets],
    [`${history}/nodes`, `${history}/nodes/`],
    ['dist/index.html', 'dist/index.html'],
    ['dist', 'tamizdat build'],
  ] as const) {
    const file = path.join(here.folder, lost);
    renameSync(file, `${file}.away`);
    const { code, err } = await here.run('keep');
    expect([code, err], lost).toEqual([1, expect.stringContaining(told)]);
    expect(git('rev-parse', 'site-state')).toBe(kept);
    renameSync(`${file}.away`, file);
  }
  expect((await here.run('keep')).code).toBe(0);
});

test('a timestamp that was signed elsewhere since is not put back', async () => {
  const one = await releasingMachine();
  expect((await one.run('keep')).code).toBe(0);
  const other = await machine();
  await other.run('fetch');
  refresh(other, NOW + 60_000);
  expect((await other.run('keep')).code).toBe(0);
  rmSync(path.join(one.folder, STATE, 'state.git'), { recursive: true });
  const refused = { code: 1, err: expect.stringContaining('state-kept-since') as string };
  expect(await one.run('keep')).toMatchObject(refused);
  refresh(one, NOW + 120_000);
  expect((await one.run('keep')).code).toBe(0);
});

test('a branch that is not there is right before the first release alone', async () => {
  const here = await machine();
  const { code, err } = await here.run('fetch');
  expect([code, err]).toEqual([1, expect.stringContaining('begins to count anew')]);
  expect((await here.run('fetch', '--first')).code).toBe(0);
  expect((await here.run('keep')).code).toBe(2);
});

test('nothing is written over', async () => {
  const here = await releasingMachine();
  await here.run('keep');
  const { code, err } = await here.run('fetch');
  expect([code, err]).toEqual([1, expect.stringContaining('is not empty')]);
});

test('a release is due when something is to come out, or has', async () => {
  const quiet = await machine();
  const busy = await machine({ 'articles/ru/2026/11/22-parom/index.md': DUE });
  expect((await busy.run('due')).out).toBe('due=false\n');
  await (await releasingMachine()).run('keep');
  expect((await busy.run('due')).out).toBe('due=true\n');
  expect((await quiet.run('due')).out).toBe('due=false\n');
});

test('a password in an address is not told', async () => {
  // What git says for itself is seen only of a process.
  const here = await machine({}, startTamizdat);
  remote = 'http://me:hunter2@127.0.0.1:9/state.git';
  const { code, err } = await here.run('fetch');
  expect(code).toBe(1);
  expect(err).toContain('127.0.0.1:9');
  expect(err).not.toContain('hunter2');
});

test('releases of content elsewhere are put nowhere, and taken from nowhere, unless that is said', () => {
  for (const content of [work, path.join(work, 'none'), '/'])
    expect(() => placeOf({ content, branch: 'site-state' })).toThrow(
      /^state-remote-unnamed: .*lies outside this kit’s repository.*\n.*--remote/,
    );
  expect(placeOf({ content: work, branch: 'a', remote }, work)).toMatchObject({ remote });
  const own = path.join(repository, 'content');
  for (const content of [undefined, own, path.join(repository, '..more')])
    expect(placeOf({ content, branch: 'site-state' }).remote).toBe('origin');
});

test('where a release went and came from is told, without a password', async () => {
  const kept = await (await releasingMachine()).run('keep');
  const fetched = await (await machine()).run('fetch');
  for (const { out } of [kept, fetched]) expect(out).toContain(`site-state of ${remote}`);
  const place = { branch: 'a', repository: work };
  for (const secret of ['https://me:hunter2@git.example/a.git', 'https://git.example/a?hunter2'])
    expect(await shownAddress({ ...place, remote: secret })).not.toContain('hunter2');
});

test('what went wrong is told in the language that was asked for', async () => {
  const here = await machine();
  const russian = ['--language', 'ru'];
  const kept = await here.run('keep', ...russian);
  expect([kept.code, kept.err]).toEqual([2, expect.stringContaining('Здесь ничего не выпускали')]);
  const fetched = await here.run('fetch', ...russian);
  expect([fetched.code, fetched.err]).toEqual([1, expect.stringContaining('начинает счёт заново')]);
  expect((await here.run('fetch', '--first', ...russian)).out).toBe('Выпусков ещё не было.\n');
  expect((await here.run('due', ...russian)).out).toBe('due=false\n');
});
