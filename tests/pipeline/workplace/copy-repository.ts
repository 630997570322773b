import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../../..');

/** Where pnpm puts everything that is installed. */
const STORE = '.pnpm';
/** What is hidden beside what is installed are caches, which change meanwhile. */
const isCache = (name: string): boolean => name.startsWith('.') && ![STORE, '.bin'].includes(name);

/** A folder in memory, where the machine has one. */
export const memoryFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/**
 * Copies the repository as it stands, committed or not, with its dependencies and what is compiled of it and without any other cache, into a new folder
 * below `parent`. Two builds in one folder collide, and a test must not touch the tree it stands in. What is installed
 * is shared, unless the copy is to be `whole`.
 * @returns the copy's folder, absolute.
 */
export function copyRepository(parent = tmpdir(), { whole = false } = {}): string {
  const copy = mkdtempSync(path.join(parent, 'tamizdat-'));
  const files = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: repository,
    maxBuffer: 100_000_000,
  })
    .toString()
    .split('\0')
    .filter((file) => file !== '' && existsSync(path.join(repository, file)));
  execFileSync('cp', ['--parents', '--no-dereference', ...files, copy], { cwd: repository });
  copyDependencies(copy, whole);
  copyCompiled(copy);
  startHistory(copy);
  return copy;
}

/**
 * Installed dependencies: the links to them, which are relative, and a link to the one folder where they all lie. To
 * copy that one takes as long as a build; with `whole` it is done nevertheless.
 */
function copyDependencies(copy: string, whole: boolean): void {
  for (const folder of globSync('{,apps/*/,packages/*/,tests/}node_modules', { cwd: repository }))
    for (const name of readdirSync(path.join(repository, folder))) {
      const from = path.join(repository, folder, name);
      const to = path.join(copy, folder, name);
      if (isCache(name)) continue;
      mkdirSync(path.dirname(to), { recursive: true });
      if (name === STORE && !whole) symlinkSync(from, to);
      else execFileSync('cp', ['--archive', ...linkedWhere(from, copy), from, to]);
    }
}

/** Files of one disk need not be there twice. */
const linkedWhere = (from: string, copy: string): string[] =>
  statSync(from).dev === statSync(copy).dev ? ['--link'] : [];

/** Compiled templates, and the compiled command: of the same sources they would be the same. */
function copyCompiled(copy: string): void {
  for (const compiled of ['apps/site/.out', 'packages/cli/.out'])
    if (existsSync(path.join(repository, compiled)))
      cpSync(path.join(repository, compiled), path.join(copy, compiled), { recursive: true });
}

/** Turborepo hashes files as git lists them: a copy without a history would be hashed another way. */
function startHistory(copy: string): void {
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.invalid', ...args], {
      cwd: copy,
      stdio: 'ignore',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    });
  };
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--no-gpg-sign', '--message', 'Start');
}

/** Deletes a copy. */
export function removeCopy(copy: string | undefined): void {
  if (copy !== undefined) rmSync(copy, { recursive: true, force: true });
}
