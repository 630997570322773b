import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Trust } from '@tamizdat/verify';
import { rememberOn } from './remember-on.ts';

/** Git is started some twenty times. */
const SLOW_MS = 60_000;
const FILE = 'content/keys/newest.json';

const work = mkdtempSync(path.join(tmpdir(), 'tamizdat-remember-'));
let count = 0;
let remote = '';
let clone = '';

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
    cwd: clone,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

beforeEach(() => {
  const place = path.join(work, String(++count));
  remote = path.join(place, 'remote.git');
  clone = path.join(place, 'clone');
  mkdirSync(path.join(clone, 'content/keys'), { recursive: true });
  git('init', '--quiet', '--initial-branch=main');
  commit('content/keys/root.json', 'a root');
  execFileSync('git', ['clone', '--quiet', '--bare', clone, remote], { stdio: 'ignore' });
  git('remote', 'add', 'origin', remote);
});
afterAll(() => {
  rmSync(work, { recursive: true });
});

function commit(file: string, text: string): void {
  writeFileSync(path.join(clone, file), text);
  git('add', '--all');
  git('commit', '--quiet', '--no-gpg-sign', '--message', file);
}

/** Runs it on a machine that has nothing yet. */
function remember(release: number) {
  const text = JSON.stringify({ release });
  const place = { remote, branch: 'main', repository: path.join(work, `state-${++count}.git`) };
  const record = { release } as Trust;
  return rememberOn(place, { file: FILE, record, text, at: '2026-11-22T12:00:00Z' });
}

const onMain = (...args: string[]) => git(`--git-dir=${remote}`, ...args);
const recorded = () => onMain('show', `main:${FILE}`);

test(
  'the record is one commit on top of the branch, and touches nothing else',
  async () => {
    const before = onMain('rev-parse', 'main');
    expect(await remember(3)).toBeUndefined();
    expect(recorded()).toBe('{"release":3}');
    expect(onMain('rev-parse', 'main^')).toBe(before);
    expect(onMain('diff', '--name-only', before, 'main')).toBe(FILE);
    expect(onMain('show', 'main:content/keys/root.json')).toBe('a root');
    expect(onMain('log', '-1', '--format=%s', 'main')).toBe('Remember release 3 [skip ci]');
  },
  SLOW_MS,
);

test(
  'what is there already makes no commit',
  async () => {
    await remember(3);
    const before = onMain('rev-parse', 'main');
    expect(await remember(3)).toBeUndefined();
    expect(onMain('rev-parse', 'main')).toBe(before);
  },
  SLOW_MS,
);

test(
  'a record of a newer release stays; one of an older, or that is none, is replaced',
  async () => {
    await remember(5);
    expect(await remember(4)).toBeUndefined();
    expect(recorded()).toBe('{"release":5}');
    await remember(6);
    expect(recorded()).toBe('{"release":6}');
    git('pull', '--quiet', 'origin', 'main');
    commit(FILE, 'no record');
    git('push', '--quiet', 'origin', 'main');
    await remember(7);
    expect(recorded()).toBe('{"release":7}');
  },
  SLOW_MS,
);

test(
  'somebody who pushes at the same moment loses nothing',
  async () => {
    commit('article.md', 'text');
    const theirs = git('rev-parse', 'HEAD');
    git('push', '--quiet', 'origin', 'HEAD:refs/heads/theirs');
    // The first push meets a branch that has moved since it was fetched.
    hook(
      'update',
      `test -e "${work}/moved-${count}" || { touch "${work}/moved-${count}"; git update-ref refs/heads/main ${theirs}; exit 1; }`,
    );
    expect(await remember(3)).toBeUndefined();
    expect(onMain('rev-parse', 'main^')).toBe(theirs);
    expect(recorded()).toBe('{"release":3}');
  },
  SLOW_MS,
);

test(
  'a branch that cannot be pushed to is told, with what the forge says, and no error',
  async () => {
    hook('pre-receive', 'echo "main is protected" >&2; exit 1');
    expect(await remember(3)).toContain('main is protected');
    expect(() => recorded()).toThrow();
  },
  SLOW_MS,
);

function hook(name: string, script: string): void {
  const file = path.join(remote, 'hooks', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}
