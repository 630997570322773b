import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { fetchKept, keepParts, listKept } from './state-branch.ts';

/** Git is started some thirty times. */
const SLOW_MS = 60_000;
const branch = 'site-state';

const work = mkdtempSync(path.join(tmpdir(), 'tamizdat-cached-repository-'));
let count = 0;
let remote = '';
let repository = '';
let tree = '';

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
const keep = () =>
  keepParts(
    { remote, branch, repository },
    { number: 2, clock: '2026-11-22T11:00:00Z', parts: { tree } },
  );
const fetch = () => fetchKept({ remote, branch, repository });
const inIt = (file: string): string => path.join(repository, file);

beforeEach(async () => {
  const folder = path.join(work, String(++count));
  [remote, repository, tree] = ['remote.git', 'own/state.git', 'tree'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  mkdirSync(tree, { recursive: true });
  writeFileSync(path.join(tree, 'index.html'), 'front');
  git('init', '--quiet', '--bare', remote);
  await keep();
}, SLOW_MS);
afterAll(() => {
  rmSync(work, { recursive: true });
});

function plant(file: string, text: string): void {
  mkdirSync(path.dirname(inIt(file)), { recursive: true });
  writeFileSync(inIt(file), text, { mode: 0o755 });
}

test(
  'what a cache put into the repository runs no command, and leads nowhere else',
  async () => {
    const [mark, elsewhere] = [path.join(work, 'ran'), path.join(work, 'elsewhere.git')];
    git('init', '--quiet', '--bare', elsewhere);
    const before = git('-C', remote, 'rev-parse', branch);
    for (const hook of ['reference-transaction', 'pre-push', 'post-index-change'])
      plant(`hooks/${hook}`, `#!/bin/sh\ntouch ${mark}\n`);
    plant(
      'config',
      `[core]\nrepositoryformatversion = 0\nbare = true\nfsmonitor = "touch ${mark};"\nalternateRefsCommand = "touch ${mark};"\n[url "${elsewhere}"]\npushInsteadOf = ${remote}\n`,
    );
    plant('objects/info/alternates', `${elsewhere}/objects\n`);
    writeFileSync(path.join(tree, 'index.html'), 'front 2');
    await fetch();
    for (const hook of ['reference-transaction', 'pre-push'])
      plant(`hooks/${hook}`, `#!/bin/sh\ntouch ${mark}\n`);
    await keep();
    expect(existsSync(mark)).toBe(false);
    expect(existsSync(inIt('objects/info/alternates'))).toBe(false);
    expect(git('-C', elsewhere, 'for-each-ref')).toBe('');
    expect(git('-C', remote, 'rev-parse', branch)).not.toBe(before);
    expect(git('-C', remote, 'show', `${branch}:tree/index.html`)).toBe('front 2');
  },
  SLOW_MS,
);

test.each(['info/attributes', 'info', 'index-tree', 'refs/heads', 'objects', ''])(
  'a link in place of “%s” is not written through',
  async (name) => {
    const outside = path.join(work, `outside-${String(++count)}`);
    mkdirSync(outside);
    const isFile = name === 'info/attributes' || name === 'index-tree';
    const own = isFile ? path.join(outside, 'file') : outside;
    writeFileSync(path.join(outside, 'file'), 'mine');
    const file = inIt(name).replace(/\/$/, '');
    rmSync(file, { recursive: true, force: true });
    symlinkSync(own, file);
    await fetch();
    const place = { remote, branch, repository };
    expect([...(await listKept(place)).keys()]).toEqual(['tree/index.html']);
    await keep();
    expect(readdirSync(outside)).toEqual(['file']);
    expect(readFileSync(path.join(outside, 'file'), 'utf8')).toBe('mine');
  },
  SLOW_MS,
);
