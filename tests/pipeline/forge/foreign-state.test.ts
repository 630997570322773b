import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodeNode } from '@tamizdat/release/testing';
import { finishPage } from '@tamizdat/tree';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FIXTURE_NOW } from '../workplace/run-tamizdat.ts';
import { listFiles } from '../workplace/tree-state.ts';
import { ForgeRepository } from './forge-repository.ts';
import { ReleasePlace } from './release-place.ts';
import { type RanJob, runJob } from './run-job.ts';
import { withoutBuild } from './without-build.ts';
import { loadWorkflow } from './workflow-file.ts';

const LONG_MS = 600_000;
const NEXT_DAY = '2026-11-23T12:00:00Z';
const RECORD = 'content/keys/newest.json';

/** Somebody may push to the branch `site-state` what they like, and the workflow's own steps run. */
describe('a foreign branch of releases', () => {
  const forge = new ForgeRepository('packages/cli');
  const place = new ReleasePlace(forge.folder);
  const tree = path.join(forge.folder, 'built');
  /** Where the attacker has the branch. */
  const branch = path.join(forge.folder, 'branch');
  let commits: string[] = [];

  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=M', '-c', 'user.email=m@e.example', ...args], {
      cwd: branch,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 200_000_000,
    }).trim();
  const tipOf = (name: string) => git('ls-remote', forge.origin, `refs/heads/${name}`).slice(0, 40);

  function build(text: string): void {
    const head = `<meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>t</title>`;
    const html = `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${text}</body></html>`;
    mkdirSync(path.join(tree, 'en'), { recursive: true });
    writeFileSync(path.join(tree, 'en/a.html'), finishPage(html, 'en/a.html'));
  }

  async function run(file: 'release' | 'timer', now = FIXTURE_NOW, inputs = {}): Promise<RanJob> {
    const job = loadWorkflow(`.github/workflows/${file}.yml`).jobs[
      file === 'timer' ? 'refresh' : 'release'
    ];
    if (job === undefined) throw new Error(`${file} has no such job`);
    const github = { repository: 'outlet/site', sha: '', event: {}, token: 'T0ken' };
    const secrets = { ...place.secrets, RCLONE_CONF: '' };
    const context = { github, secrets, vars: {}, inputs };
    const machine = {
      folder: path.join(forge.folder, 'runner'),
      origin: forge.origin,
      ref: 'main',
    };
    return runJob(withoutBuild(job, tree), context, { ...machine, now });
  }

  const told = ({ steps }: RanJob) =>
    steps.map(({ name, output }) => `${name}\n${output}`).join('\n');
  const served = () => readFileSync(path.join(place.mirror, 'release/bundle.json'), 'utf8');

  /** Runs a job that must end at a step, with nothing signed, kept, remembered or published. */
  async function refused(file: 'release' | 'timer', step: string, words: RegExp): Promise<void> {
    const state = () => [tipOf('site-state'), tipOf('main'), served()];
    const before = state();
    const ran = await run(file, NEXT_DAY);
    const last = ran.steps.at(-1);
    expect([last?.name, last?.code], told(ran)).toEqual([step, 1]);
    expect(last?.output).toMatch(words);
    expect(state()).toEqual(before);
    expectNoSeed(ran);
  }

  /** Neither what was said, nor any file of the job, of the mirrors or of the repository, has a key in it. */
  function expectNoSeed(ran: RanJob): void {
    const seeds = Object.entries(place.secrets).flatMap(([name, value]) =>
      name.startsWith('TAMIZDAT_KEY_') ? [value.slice(-20)] : [],
    );
    expect(seeds).toHaveLength(3);
    const folders = [path.dirname(ran.workspace), place.mirror, place.reserve];
    const files = folders.flatMap((folder) =>
      listFiles(folder)
        .filter((file) => !file.split(path.sep).includes('node_modules'))
        .map((file) => readFileSync(path.join(folder, file))),
    );
    const objects = execFileSync(
      'git',
      [`--git-dir=${forge.origin}`, 'cat-file', '--batch-all-objects', '--batch', '--unordered'],
      { maxBuffer: 200_000_000 },
    );
    const found = [Buffer.from(told(ran)), Buffer.from(ran.summary), objects, ...files].filter(
      (bytes) => seeds.some((seed) => bytes.includes(seed)),
    );
    expect(found).toEqual([]);
  }

  /** Pushes the branch as somebody changed it. */
  function push(change: () => void): void {
    change();
    git('add', '--all', '--force');
    git('commit', '--quiet', '--amend', '--allow-empty', '--no-edit', '--no-gpg-sign');
    git('push', '--quiet', '--force', forge.origin, 'HEAD:refs/heads/site-state');
  }

  beforeAll(async () => {
    await place.start();
    await forge.start(() => {
      place.writeInto(forge);
    });
    mkdirSync(branch);
    git('init', '--quiet');
    for (const number of [1, 2]) {
      build(`<p>Story ${String(number)}.`);
      const ran = await run('release', FIXTURE_NOW, { first: number === 1 });
      expect(ran.passed, told(ran)).toBe(true);
      git('fetch', '--quiet', forge.origin, `+site-state:kept-${String(number)}`);
    }
    commits = [git('rev-parse', 'kept-1'), git('rev-parse', 'kept-2')];
  }, LONG_MS);
  beforeEach(() => {
    git('checkout', '--quiet', '--force', '--detach', commits[1] ?? '');
    git('clean', '--quiet', '-ffdx');
  });
  afterAll(() => {
    place.stop();
    forge.remove();
  });

  test(
    'a link to the environment of the command that signs is refused, and no key comes out anywhere',
    async () => {
      push(() => {
        symlinkSync('/proc/self/environ', path.join(branch, 'release/published/notes.json'));
      });
      const words = /foreign-branch[^]*120000 "release\/published\/notes\.json"/;
      await refused('release', 'Fetch the history of releases', words);
      push(() => {
        rmSync(path.join(branch, 'release/published/notes.json'));
        rmSync(path.join(branch, 'tree/release/timestamp.json'));
        symlinkSync('/proc/self/environ', path.join(branch, 'tree/release/timestamp.json'));
      });
      await refused('timer', 'Fetch the newest release', /foreign-branch[^]*120000/);
    },
    LONG_MS,
  );

  test(
    'a page that no build made is refused, with the summary and the index of what was signed changed to it',
    async () => {
      const page = '<p>Forged.';
      const hash = sha256(page);
      const leaf = encodeNode({
        level: 0,
        files: [{ path: 'en/a.html', size: page.length, hash, type: 'text/html', rebased: false }],
        blocks: [],
      });
      const root = sha256(leaf);
      push(() => {
        const node = path.join(
          branch,
          `release/published/nodes/${root.slice(0, 2)}/${root.slice(2)}`,
        );
        mkdirSync(path.dirname(node), { recursive: true });
        writeFileSync(node, leaf);
        writeFileSync(path.join(branch, 'tree/en/a.html'), page);
        const summary = { root, level: 0, files: 1, bytes: page.length };
        alterJson('release/state.json', (state) => Object.assign(state['summary'] ?? {}, summary));
        alterJson('release/signed.json', (signed) => Object.assign(signed, { root, files: [] }));
      });
      const words = /its tree is not that of its release/;
      await refused('release', 'Fetch the history of releases', words);
      await refused('timer', 'Fetch the newest release', words);
    },
    LONG_MS,
  );

  test(
    'the branch’s former commit is refused by the record on main, and without it by what the mirror shows',
    async () => {
      const older = [
        'push',
        '--quiet',
        '--force',
        forge.origin,
        `${commits[0] ?? ''}:refs/heads/site-state`,
      ];
      git(...older);
      await refused(
        'timer',
        'Fetch the newest release',
        /older-release[^]*newest\.json[^]*release 2/,
      );
      await refused('release', 'Fetch the history of releases', /older-release/);
      forge.push('An outlet whose main cannot be pushed to', () => {
        rmSync(path.join(forge.clone, RECORD));
      });
      await refused('timer', 'Sign', /older-release[^]*“harbour”[^]*release 2/);
      await refused('release', 'Sign', /older-release[^]*“harbour”[^]*release 2/);
    },
    LONG_MS,
  );

  function alterJson(file: string, alter: (value: Record<string, object>) => void): void {
    const place = path.join(branch, file);
    const value = JSON.parse(readFileSync(place, 'utf8')) as Record<string, object>;
    alter(value);
    writeFileSync(place, JSON.stringify(value));
  }
});

const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
