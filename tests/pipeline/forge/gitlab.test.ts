import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FixtureArticle } from '../fixture/article.ts';
import { finished, FIXTURE_NOW, type Ran } from '../workplace/run-tamizdat.ts';
import { ForgeApi } from './forge-api.ts';
import { ForgeRepository } from './forge-repository.ts';
import { expandGitlab, jobsOf } from './gitlab-file.ts';
import { ReleasePlace } from './release-place.ts';
import { machineEnvironment } from './run-job.ts';
import { readRepository } from './workflow-file.ts';

/** An installation, a build: as long as they take an outlet. */
const LONG_MS = 900_000;
const TEXT = readRepository('docs/forge/gitlab-ci.yml');
const { jobs, variables } = expandGitlab(TEXT);
const DRAFT: FixtureArticle = {
  folder: 'en/2026/11/20-the-river-is-low',
  title: 'The river is low at the ferry',
  text: 'The rivver is low.',
  status: 'draft',
};
const ARTICLE = `content/articles/${DRAFT.folder}/index.md`;

describe('the file', () => {
  test('the schema finds what is wrong', () => {
    for (const [right, wrong] of [
      ['resource_group: site-state', 'resource_group: [site-state]'],
      ['expire_in:', 'expires_in:'],
      ['stages: [check, ready, release, watch]', 'stages: [check, ready, release]'],
    ] as const) {
      expect(TEXT).toContain(right);
      expect(() => expandGitlab(TEXT.replace(right, wrong))).toThrow();
    }
  });

  test.each([
    [{ CI_PIPELINE_SOURCE: 'merge_request_event' }, ['merge request']],
    [{ CI_PIPELINE_SOURCE: 'push' }, ['ready', 'release']],
    [{ CI_PIPELINE_SOURCE: 'web' }, ['release']],
    [{ CI_PIPELINE_SOURCE: 'schedule', TASK: 'release' }, ['release']],
    [{ CI_PIPELINE_SOURCE: 'schedule', TASK: 'refresh' }, ['refresh']],
    [{ CI_PIPELINE_SOURCE: 'schedule', TASK: 'watch' }, ['watch']],
    [{ CI_PIPELINE_SOURCE: 'schedule' }, []],
  ])('in a pipeline with %j run %j', (given, names) => {
    expect(jobsOf(TEXT, given)).toEqual(names);
  });

  test('every job is ended where it hangs, and runs in the image that is named', () => {
    for (const [name, { timeout, image }] of Object.entries(jobs))
      expect([name, timeout, image.name]).toEqual([
        name,
        expect.stringMatching(/^\d+ minutes$/),
        'node:24-bookworm',
      ]);
  });

  test('what changes the branch of releases waits in one queue', () => {
    const keeping = Object.values(jobs).filter(({ script }) =>
      script.some((line) => line.includes('state keep')),
    );
    expect(keeping.map(({ resource_group }) => resource_group)).toEqual([
      'site-state',
      'site-state',
    ]);
  });

  test('a merge request is told no secret', () => {
    expect(jobs['merge request']?.script.join('\n')).not.toMatch(/TOKEN|_KEY|CREDENTIALS|RCLONE/);
    expect(jobs['merge request']?.environment).toBeUndefined();
  });
});

describe('its scripts', () => {
  const forge = new ForgeRepository();
  const place = new ReleasePlace(forge.folder);
  const api = new ForgeApi();
  /** A runner keeps the folder of a project from one job to the next. */
  const project = path.join(forge.folder, 'builds/outlet/site');
  const temp = path.join(forge.folder, 'temp');
  let address = '';

  beforeAll(async () => {
    address = await api.start();
    await place.start();
    await forge.start(() => {
      place.writeInto(forge);
    });
    // As GitLab’s are.
    forge.git('-C', forge.origin, 'config', 'receive.advertisePushOptions', 'true');
    mkdirSync(temp);
    execFileSync('git', ['clone', '--quiet', forge.origin, project]);
  }, LONG_MS);
  afterAll(() => {
    api.stop();
    place.stop();
    forge.remove();
  });

  /** What GitLab and the project’s settings tell a job. */
  const told = (): Record<string, string> => ({
    TMPDIR: temp,
    CI: 'true',
    CI_DEFAULT_BRANCH: 'main',
    CI_API_V4_URL: address,
    CI_PROJECT_ID: '7',
    CI_PROJECT_URL: `file://${forge.origin.slice(0, -'.git'.length)}`,
    FORGE_TOKEN: 'T0ken',
  });

  /** Checks a commit out as a runner does, and leaves what is installed: the runner’s GIT_CLEAN_FLAGS may say so. */
  function checkOut(commit: string): void {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: project, stdio: 'ignore' });
    git('fetch', '--quiet', 'origin', commit);
    git('checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD');
    git('clean', '-ffdx', '--quiet', '--exclude=node_modules', '--exclude=.turbo');
  }

  /** Runs lines as GitLab’s runner does: all in one shell that stops at the first failure. */
  function runLines(lines: readonly string[], env: Record<string, string>, now = FIXTURE_NOW) {
    const given = { ...told(), ...env };
    const own = Object.entries(variables).map(([name, value]) => [
      name,
      value.replaceAll(/\$\{(\w+)\}/g, (_, other: string) => given[other] ?? ''),
    ]);
    const child = spawn('bash', ['-eo', 'pipefail', '-c', lines.join('\n')], {
      cwd: project,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...machineEnvironment(now),
        ...(Object.fromEntries(own) as Record<string, string>),
        ...given,
      },
    });
    return finished(child);
  }

  async function run(
    name: string,
    commit: string,
    env: Record<string, string>,
    now = FIXTURE_NOW,
  ): Promise<Ran> {
    checkOut(commit);
    const ran = await runLines(jobs[name]?.script ?? ['false'], env, now);
    for (const hidden of [...place.hidden, 'T0ken']) expect(ran.output).not.toContain(hidden);
    const made = readdirSync(temp).filter((folder) => folder.startsWith('tmp.'));
    expect(made.flatMap((folder) => readdirSync(path.join(temp, folder)))).toEqual([]);
    return ran;
  }

  const said = (words: string) => expect.stringContaining(words) as string;

  test(
    'a merge request is checked by the kit of its base, and shown',
    async () => {
      const base = forge.git('rev-parse', 'main');
      forge.propose('article', () => {
        forge.content.writeArticle(DRAFT);
        forge.content.write('../packages/cli/src/main.ts', 'process.exit(9);\n');
      });
      forge.git('push', '--quiet', 'origin', 'article');
      const env = { CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_MERGE_REQUEST_LABELS: 'spelling' };
      const refused = await run('merge request', 'article', { ...env, TAMIZDAT_LANGUAGE: 'ru' });
      expect(refused).toMatchObject({ code: 1, output: said('--> packages/cli/src/main.ts:1:1') });
      expect(refused.output).toMatch(/ошибк/);
      const ran = await run('merge request', 'article', {
        ...env,
        CI_MERGE_REQUEST_LABELS: 'ready,kit',
      });
      expect(ran).toMatchObject({ code: 0, output: said('Ready as of 2026-11-20T') });
      // Advice on what it changes, in the outlet’s own language.
      expect(ran.output).toMatch(/does not know “rivver”[^]*?index\.md/);
      expect(ran.output.match(/style-spelling/g)).toHaveLength(1);
      expect(ran.output).toContain(ARTICLE);
      expect(existsSync(path.join(project, 'preview/en/2026/11/20/the-river-is-low.html'))).toBe(
        true,
      );
    },
    LONG_MS,
  );

  test('nobody but the project’s own token is asked when something is pushed', async () => {
    const lines = jobs['release']?.script.find((line) => line.includes('GIT_CONFIG_COUNT'));
    const ask = 'printf "protocol=https\\nhost=gitlab.example\\n\\n" | git credential fill';
    const runner = {
      GIT_CONFIG_GLOBAL: path.join(temp, '../gitconfig'),
    };
    execFileSync('git', [
      ...['config', '--file', runner.GIT_CONFIG_GLOBAL],
      ...['credential.helper', '!f() { echo username=runner; echo password=reads-only; }; f'],
    ]);
    const before = await runLines([ask], runner);
    expect(before.output).toContain('password=reads-only');
    const after = await runLines([lines ?? 'false', ask], runner);
    expect(after.output).toContain('username=token\npassword=T0ken');
  });

  test(
    'what is merged with the label is released, and kept fresh',
    async () => {
      const merged = forge.push('Merge', () => {
        forge.content.writeArticle(DRAFT);
      });
      const commits = { CI_COMMIT_SHA: merged.sha, CI_COMMIT_BEFORE_SHA: merged.before };
      expect(await run('ready', 'main', commits)).toMatchObject({
        code: 0,
        output: said('Nothing was merged'),
      });
      api.merged.set(merged.sha, ['ready']);
      const ready = await run('ready', 'main', commits);
      expect(ready).toMatchObject({ code: 0, output: said('Ready as of') });
      expect(new Set(api.shown)).toEqual(new Set(['token T0ken']));
      const push = { ...place.secrets, CI_PIPELINE_SOURCE: 'push' };
      expect(await run('release', merged.sha, push)).toMatchObject({
        code: 1,
        output: said('begins to count anew'),
      });
      const released = await run('release', merged.sha, { ...push, FIRST: '--first' });
      expect(released.code, released.output).toBe(0);
      expect(existsSync(path.join(place.mirror, 'en/2026/11/20/the-river-is-low.html'))).toBe(true);
      const timer = { ...push, CI_PIPELINE_SOURCE: 'schedule' };
      const nothing = await run('release', 'main', timer);
      expect([nothing.code, nothing.output.includes('Building')]).toEqual([0, false]);
      const refreshed = await run('refresh', 'main', timer, '2026-11-27T12:00:00Z');
      expect(refreshed.code, refreshed.output).toBe(0);
      // A week after the release, which alone would have expired.
      expect(await place.verify('2026-12-02T12:00:00Z')).toMatchObject({ code: 0 });
      const watched = await run('watch', 'main', {}, '2026-11-27T13:00:00Z');
      expect(watched.output).toContain('harbour');
    },
    LONG_MS,
  );
});
