import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { describeUpgrade } from './describe-upgrade.ts';
import { OWN_PLACES } from './own-places.ts';
import { BY_HAND, upgradeKit, type UpgradeOptions } from './upgrade-kit.ts';

/** Git is started some hundred times in a test. */
const SLOW_MS = 60_000;

const sample = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../../archive/generated/sample.json'), 'utf8'),
) as { names: string[]; origins: string[] };

const CODE = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((word) => `${word}\n`);

/** The kit with which the outlet began. */
const KIT = {
  'packages/article-schema/package.json': '{}\n',
  'packages/code.ts': CODE.join(''),
  'packages/old/part.ts': 'a part of the kit, long enough to be known again\n',
  'manual/first.md': 'how it is done, long enough to be known again\n',
  '.github/workflows/release.yml': CODE.join(''),
  '.github/ISSUE_TEMPLATE/tip.yml': 'name: Tip\n',
  '.gitignore': '/outlet-state/\n/dist/\n',
  'content/outlet.yaml': `name: { en: ${sample.names[0] ?? ''} }\norigin: ${sample.origins[0] ?? ''}\n`,
  'content/pages/en/about.md': 'the sample’s page, long enough to be known again\n',
  'content/articles/en/one.md': 'the sample’s article, long enough to be known again\n',
};

/** What the outlet has in the place of the sample, and beside it. */
const OWN = {
  'content/outlet.yaml': 'name: { sr-Latn: Vodeni list }\norigin: https://vodenilist.example\n',
  'content/pages/en/about.md': 'the outlet’s own page\n',
  'content/articles/sr/prvi.md': 'the outlet’s own article\n',
  '.github/ISSUE_TEMPLATE/tip.yml': 'name: Tema\n',
  '.github/workflows/release.yml': [...CODE.slice(0, 6), 'seven, on a runner of ours\n'].join(''),
  'manual/ours.md': 'how we do it\n',
  CODEOWNERS: '* @engineer\n',
};

type Files = Readonly<Record<string, string | undefined>>;

const work = mkdtempSync(path.join(tmpdir(), 'tamizdat-upgrade-'));
let count = 0;
let kit = '';
let outlet = '';

const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Any', '-c', 'user.email=any@invalid', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

function write(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    rmSync(file, { recursive: true, force: true });
    if (text === undefined) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function commit(folder: string, files: Files): string {
  write(folder, files);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'A change');
  return git(folder, 'rev-parse', 'HEAD');
}

const read = (name: string): string => readFileSync(path.join(outlet, name), 'utf8');
const options = (more: Partial<UpgradeOptions> = {}): UpgradeOptions => ({
  ...{ folder: outlet, from: undefined, branch: undefined, commit: undefined, dryRun: false },
  now: '2026-11-30T12:00:00Z',
  ...more,
});

const ownTrees = () => OWN_PLACES.map((place) => git(outlet, 'ls-tree', 'HEAD', '--', place));
/** Everything that an upgrade could change: the commit, the index, the files that git knows and those it does not. */
const everything = () => [
  git(outlet, 'rev-parse', 'HEAD'),
  git(outlet, 'symbolic-ref', '--quiet', 'HEAD'),
  git(outlet, 'ls-files', '--stage'),
  git(outlet, 'status', '--porcelain', '--ignored'),
];

/** Upgrades, and holds what it promises of every run: what is the outlet’s own is the object that it was. */
async function upgrade(more: Partial<UpgradeOptions> = {}) {
  const before = ownTrees();
  const upgraded = await upgradeKit(options(more));
  expect(ownTrees()).toEqual(before);
  expect(git(outlet, 'status', '--porcelain')).toBe('');
  for (const name of git(outlet, 'ls-files', 'content').split('\n'))
    expect(read(name), name).toBe(OWN[name as keyof typeof OWN]);
  return upgraded;
}

async function refused(code: string, more: Partial<UpgradeOptions> = {}): Promise<string> {
  const before = everything();
  const error: unknown = await upgradeKit(options(more)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code });
  expect(everything()).toEqual(before);
  return (error as Error).message;
}

beforeAll(() => {
  const first = path.join(work, 'kit');
  mkdirSync(first);
  git(first, 'init', '--quiet', '--initial-branch', 'main');
  commit(first, KIT);
  git(work, 'clone', '--quiet', '--origin', 'kit', first, 'outlet');
  commit(path.join(work, 'outlet'), { ...OWN, 'content/articles/en': undefined });
});
beforeEach(() => {
  const folder = path.join(work, String(++count));
  [kit, outlet] = [path.join(folder, 'kit'), path.join(folder, 'outlet')];
  for (const [from, to] of [
    ['kit', kit],
    ['outlet', outlet],
  ] as const)
    cpSync(path.join(work, from), to, { recursive: true });
  git(outlet, 'remote', 'set-url', 'kit', kit);
});
afterAll(() => {
  rmSync(work, { recursive: true });
});

test(
  'a newer kit comes in one commit, whatever it did to the sample',
  async () => {
    const [start, before] = [git(kit, 'rev-parse', 'HEAD'), git(outlet, 'rev-parse', 'HEAD')];
    write(kit, { 'outlet-state/release/state.json': 'a history of somebody else' });
    git(kit, 'add', '--force', 'outlet-state');
    const target = commit(kit, {
      'packages/code.ts': [...CODE, 'eight\n'].join(''),
      '.github/workflows/release.yml': ['one, better\n', ...CODE.slice(1)].join(''),
      '.github/ISSUE_TEMPLATE/tip.yml': 'name: A better tip\n',
      '.github/ISSUE_TEMPLATE/bug.yml': 'name: Bug\n',
      'content/outlet.yaml': `${KIT['content/outlet.yaml']}tagline: { en: New }\n`,
      'content/pages/en/about.md': undefined,
      'content/pages/sr/o-nama.md': 'a page of the sample in the outlet’s language\n',
      'content/appeals/sr/zima.md': 'an appeal of the sample\n',
      'content/articles/en/one.md': 'changed\n',
    });
    write(outlet, { 'outlet-state/release/state.json': 'the history' });
    expect(await upgrade()).toMatchObject({
      ...{ outcome: 'upgraded', source: 'kit', commits: 1, before },
      ...{ from: { commit: start }, to: { commit: target } },
      files: ['.github/workflows/release.yml', 'packages/code.ts'],
    });
    expect(read('packages/code.ts')).toContain('eight');
    expect(read('.github/workflows/release.yml')).toMatch(
      /^one, better\n[^]*on a runner of ours\n$/,
    );
    expect(read('CODEOWNERS')).toBe(OWN.CODEOWNERS);
    expect(read('outlet-state/release/state.json')).toBe('the history');
    expect(git(outlet, 'log', '-1', '--format=%P %an %ae %cn %aI')).toMatch(
      `${before} ${target} nobody nobody@invalid nobody 2026-11-30T12:00:00`,
    );
    expect(await upgrade()).toMatchObject({ outcome: 'nothing' });
    // The next one goes on from there, and an ordinary merge would, too.
    commit(kit, { 'packages/code.ts': 'rewritten\n', 'content/pages/sr/o-nama.md': 'again\n' });
    expect(git(outlet, 'merge-base', 'HEAD', target)).toBe(target);
    expect(await upgrade()).toMatchObject({
      from: { commit: target },
      files: ['packages/code.ts'],
    });
  },
  SLOW_MS,
);

test(
  'what was renamed takes nothing of the outlet’s along, and brings nothing in',
  async () => {
    commit(kit, {
      'packages/old/part.ts': undefined,
      'content/part.ts': KIT['packages/old/part.ts'],
      'content/pages/en/about.md': undefined,
      'notes/about.md': KIT['content/pages/en/about.md'],
      'content/articles': undefined,
      'content/texts/en/one.md': KIT['content/articles/en/one.md'],
      'manual/first.md': undefined,
      'handbook/first.md': KIT['manual/first.md'],
    });
    await upgrade();
    const files = ['packages/old/part.ts', 'notes/about.md', 'handbook/first.md', 'manual/ours.md'];
    expect(files.map((name) => existsSync(path.join(outlet, name)))).toEqual([
      ...[false, true, true, true],
    ]);
  },
  SLOW_MS,
);

test(
  'the same lines changed by both are told, and the way by hand leaves the content alone',
  async () => {
    commit(outlet, { 'packages/code.ts': ['ours\n', ...CODE.slice(1)].join('') });
    const target = commit(kit, {
      'packages/code.ts': ['theirs\n', ...CODE.slice(1)].join(''),
      'content/pages/en/about.md': 'changed by the kit\n',
      'content/pages/sr/o-nama.md': 'a page of the sample\n',
    });
    const before = everything();
    const conflict = await upgrade();
    expect(conflict).toMatchObject({ outcome: 'conflict', conflicts: ['packages/code.ts'] });
    expect(everything()).toEqual(before);
    expect(describeUpgrade(conflict)).toContain(`git merge ${BY_HAND}`);
    expect(() => git(outlet, 'merge', '--quiet', BY_HAND)).toThrow();
    expect(git(outlet, 'diff', '--name-only', '--diff-filter=U')).toBe('packages/code.ts');
    await refused('upgrade-under-way');
    commit(outlet, { 'packages/code.ts': ['both\n', ...CODE.slice(1)].join('') });
    expect(git(outlet, 'diff', '--stat', 'ORIG_HEAD', 'HEAD', '--', 'content')).toBe('');
    expect(git(outlet, 'merge-base', 'HEAD', target)).toBe(target);
    expect(await upgrade()).toMatchObject({ outcome: 'nothing' });
  },
  SLOW_MS,
);

test(
  'a dry run changes nothing, and what it showed can be taken and nothing newer',
  async () => {
    const shown = commit(kit, { 'packages/code.ts': 'shown\n' });
    const before = everything();
    const planned = await upgrade({ dryRun: true });
    expect(planned).toMatchObject({ outcome: 'planned', files: ['packages/code.ts'] });
    expect(everything()).toEqual(before);
    expect(describeUpgrade(planned)).toContain(`--commit ${shown}`);
    commit(kit, { 'packages/code.ts': 'slipped in since\n' });
    expect(await upgrade({ commit: shown })).toMatchObject({ to: { commit: shown } });
    expect(read('packages/code.ts')).toBe('shown\n');
    const others = git(outlet, 'rev-parse', 'HEAD');
    for (const commit of [others, 'HEAD', '--all', 'abcdef1'])
      await refused('upgrade-unknown-commit', { commit });
  },
  SLOW_MS,
);

test(
  'nothing of the kit that was fetched runs',
  async () => {
    const mark = path.join(work, `ran-${count}`);
    const program = `touch ${mark}; cat`;
    commit(outlet, { '.gitattributes': '*.ts merge=own\n' });
    for (const [name, value] of [
      ['filter.own.smudge', program],
      ['filter.own.clean', program],
      ['filter.own.required', 'true'],
      ['merge.own.driver', `touch ${mark}; false`],
      ['core.hooksPath', path.join(outlet, '.hooks')],
    ] as const)
      git(outlet, 'config', name, value);
    for (const hook of ['post-merge', 'post-checkout', 'reference-transaction', 'pre-merge-commit'])
      write(path.join(outlet, '.hooks'), { [hook]: `#!/bin/sh\ntouch ${mark}\n` });
    execFileSync('chmod', ['-R', '+x', path.join(outlet, '.hooks')]);
    write(outlet, { '.git/info/exclude': '/.hooks/\n' });
    commit(outlet, { 'packages/code.ts': ['ours\n', ...CODE.slice(1)].join('') });
    rmSync(mark, { force: true });
    commit(kit, {
      'packages/code.ts': [...CODE.slice(0, 6), 'theirs\n'].join(''),
      'packages/new.txt': 'new\n',
      'packages/.gitattributes': '*.txt filter=own\n*.ts merge=own\n',
    });
    const { outcome } = await upgradeKit(options());
    expect([outcome, existsSync(mark)]).toEqual(['upgraded', false]);
    expect(read('packages/new.txt')).toBe('new\n');
    expect(read('packages/code.ts')).toMatch(/^ours\n[^]*theirs\n$/);
  },
  SLOW_MS,
);

describe('it is refused, and nothing is changed,', () => {
  test('where work is not committed, staged or not, in the content or beside it', async () => {
    commit(kit, { 'packages/code.ts': 'newer\n' });
    for (const name of ['content/articles/sr/drugi.md', 'notes.txt', 'packages/code.ts']) {
      const former = existsSync(path.join(outlet, name)) ? read(name) : undefined;
      write(outlet, { [name]: 'in the works\n' });
      expect(await refused('upgrade-uncommitted')).toContain(name.split('/').slice(0, 2).join('/'));
      write(outlet, { [name]: former });
    }
  });

  test('without git, on no branch, with no kit to ask, or one that does not answer', async () => {
    const inner = path.join(outlet, 'packages');
    await refused('upgrade-no-git', { folder: inner });
    await refused('upgrade-no-git', { folder: work });
    const absent = await refused('upgrade-not-fetched', {
      from: 'https://me:hunter2@127.0.0.1:9/kit.git',
    });
    expect(absent).toContain('127.0.0.1:9');
    expect(absent).not.toContain('hunter2');
    await expect(upgradeKit(options({ from: '--upload-pack=touch' }))).rejects.toThrow('--from');
    await expect(upgradeKit(options({ branch: '--all' }))).rejects.toThrow('--branch');
    git(outlet, 'remote', 'remove', 'kit');
    await refused('upgrade-no-source');
    git(outlet, 'checkout', '--quiet', '--detach');
    await expect(upgradeKit(options())).rejects.toMatchObject({ code: 'upgrade-detached' });
  });

  test('where the other repository is none of the kit’s', async () => {
    const other = path.join(work, `other-${count}`);
    mkdirSync(other);
    git(other, 'init', '--quiet', '--initial-branch', 'main');
    commit(other, { 'README.md': 'another program\n' });
    await refused('upgrade-no-kit', { from: other });
    commit(other, KIT);
    await refused('upgrade-unrelated', { from: other });
    // A second clone of the outlet’s own repository, in which a colleague wrote something.
    git(work, 'clone', '--quiet', outlet, `colleague-${count}`);
    const colleague = path.join(work, `colleague-${count}`);
    await refused('upgrade-own', { from: colleague });
    commit(colleague, { 'content/articles/sr/drugi.md': 'a colleague’s\n' });
    await refused('upgrade-own', { from: colleague });
  });

  test('where the sample is still there', async () => {
    commit(kit, { 'packages/code.ts': 'newer\n' });
    git(outlet, 'reset', '--quiet', '--hard', 'HEAD^');
    await refused('upgrade-sample');
  });

  test(
    'where the kit holds links, other repositories or names like the outlet’s own',
    async () => {
      symlinkSync('../content', path.join(kit, 'packages/link'));
      commit(kit, {});
      expect(await refused('upgrade-odd-kit')).toContain('packages/link');
      commit(kit, { 'packages/link': undefined, 'Content/outlet.yaml': 'name: { en: Theirs }\n' });
      expect(await refused('upgrade-odd-kit')).toContain('Content/outlet.yaml');
      const entry = `160000,${git(kit, 'rev-parse', 'HEAD')},packages/inner`;
      git(kit, 'rm', '-r', '--quiet', 'Content');
      git(kit, 'update-index', '--add', '--cacheinfo', entry);
      git(kit, 'commit', '--quiet', '--message', 'Another repository');
      expect(await refused('upgrade-odd-kit')).toContain('packages/inner');
    },
    SLOW_MS,
  );

  test('where a file that git does not look after stands in the way', async () => {
    write(kit, { 'dist/index.html': 'theirs' });
    git(kit, 'add', '--force', 'dist');
    commit(kit, {});
    write(outlet, { 'dist/index.html': 'ours' });
    expect(await refused('upgrade-in-the-way')).toContain('dist/index.html');
    expect(read('dist/index.html')).toBe('ours');
  });
});

test(
  'a kit whose content is a link leaves the content a folder',
  async () => {
    rmSync(path.join(kit, 'content'), { recursive: true });
    symlinkSync('packages', path.join(kit, 'content'));
    commit(kit, { 'packages/code.ts': 'newer\n' });
    expect(await upgrade()).toMatchObject({ outcome: 'upgraded', files: ['packages/code.ts'] });
  },
  SLOW_MS,
);
