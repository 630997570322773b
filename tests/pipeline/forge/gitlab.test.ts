import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { FixtureArticle } from '../fixture/article.ts';
import { finished, FIXTURE_NOW, type Ran } from '../workplace/run-tamizdat.ts';
import { ForgeApi } from './forge-api.ts';
import { ForgeRepository } from './forge-repository.ts';
import { ReleasePlace } from './release-place.ts';
import { readRepository } from './workflow-file.ts';

const LONG_MS = 900_000;
const FILE = 'docs/forge/gitlab-ci.yml';
const DRAFT: FixtureArticle = {
  folder: 'en/2026/11/20-the-river-is-low',
  title: 'The river is low at the ferry',
  text: 'The river is low.',
  status: 'draft',
};

interface GitlabJob {
  stage: string;
  rules: { if: string }[];
  script: string[];
  timeout?: string;
}
const jobs = parse(readRepository(FILE), { merge: true }) as Record<string, GitlabJob>;

const forge = new ForgeRepository();
const place = new ReleasePlace(forge.folder);
const api = new ForgeApi();
let address = '';

beforeAll(async () => {
  address = await api.start();
  await place.start();
  await forge.start(() => {
    place.writeInto(forge);
  });
}, LONG_MS);
afterAll(() => {
  api.stop();
  place.stop();
  forge.remove();
});

/** Runs a job’s script as GitLab’s runner does: all lines in one shell that stops at the first failure. */
function run(
  name: string,
  commit: string,
  env: Record<string, string>,
  now = FIXTURE_NOW,
): Promise<Ran> {
  const folder = path.join(mkdtempSync(path.join(forge.folder, 'gitlab-')), 'site');
  execFileSync('git', ['clone', '--quiet', forge.origin, folder], { stdio: 'ignore' });
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  git('fetch', 'origin', commit);
  git('checkout', '--detach', 'FETCH_HEAD');
  const script = jobs[name]?.script.join('\n') ?? 'false';
  const child = spawn('bash', ['-eo', 'pipefail', '-c', script], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
      HOME: homedir(),
      ...{ CI: 'true', CI_DEFAULT_BRANCH: 'main', CI_API_V4_URL: address, CI_PROJECT_ID: '7' },
      ...{ TAMIZDAT_NOW: now, STATE_REMOTE: 'origin', FORGE_TOKEN: 'T0ken' },
      ...env,
    },
  });
  return finished(child);
}

const said = (words: string) => expect.stringContaining(words) as string;

test('every job has its rules, its time, and a stage that there is', () => {
  const { stages, default: usual, variables, workflow, ...own } = jobs;
  expect([usual?.timeout, variables, workflow]).not.toContain(undefined);
  expect(Object.keys(own).sort()).toEqual([
    'merge request',
    'ready',
    'refresh',
    'release',
    'watch',
  ]);
  for (const job of Object.values(own)) {
    expect(stages).toContain(job.stage);
    expect(job.rules.length).toBeGreaterThan(0);
    for (const line of job.script) expect(line).toBeTypeOf('string');
  }
  expect(jobs['merge request']?.script.join('\n')).not.toMatch(/TOKEN|KEY|CREDENTIALS/);
});

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
    const refused = await run('merge request', 'article', env);
    expect(refused).toMatchObject({ code: 1, output: said('--> packages/cli/src/main.ts:1:1') });
    const labels = { ...env, CI_MERGE_REQUEST_LABELS: 'ready,kit' };
    const ran = await run('merge request', 'article', labels);
    expect(ran).toMatchObject({ code: 0, output: said('Ready as of 2026-11-20T') });
  },
  LONG_MS,
);

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
    expect(await run('ready', 'main', commits)).toMatchObject({
      code: 0,
      output: said('Ready as of'),
    });
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
    expect(await place.verify('2026-12-02T12:00:00Z')).toMatchObject({ code: 0 });
    const watched = await run('watch', 'main', {}, '2026-11-27T13:00:00Z');
    expect(watched.output).toContain('harbour');
    for (const { output } of [released, refreshed, watched])
      for (const hidden of [...place.hidden, 'T0ken']) expect(output).not.toContain(hidden);
  },
  LONG_MS,
);
