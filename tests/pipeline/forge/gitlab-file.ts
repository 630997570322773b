import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';

/** A job as GitLab sees it: defaults, anchors and references are put in their places. */
export interface GitlabJob {
  stage: string;
  rules: { if: string }[];
  script: string[];
  image: { name: string };
  timeout: string;
  resource_group?: string;
  environment?: { name: string };
}

export interface GitlabFile {
  variables: Record<string, string>;
  jobs: Record<string, GitlabJob>;
}

/** An implementation of GitLab’s language that is not ours, with GitLab’s own schema in it. */
const PROGRAM = createRequire(import.meta.url).resolve('gitlab-ci-local');

/**
 * Holds a file against GitLab’s schema, evaluates it, and gives what `options` of gitlab-ci-local ask for.
 * Throws Error with what is wrong.
 */
function evaluate(text: string, options: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-gitlab-'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  try {
    writeFileSync(path.join(folder, '.gitlab-ci.yml'), text);
    mkdirSync(path.join(folder, 'home'));
    git('init', '--quiet', '--initial-branch=main');
    git('remote', 'add', 'origin', 'https://gitlab.example/outlet/site.git');
    git('add', '.');
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@b.example'];
    git(...who, 'commit', '--quiet', '--no-gpg-sign', '--message', 'Start');
    const quiet = ['--home', path.join(folder, 'home'), '--ignore-predefined-vars', PREDEFINED];
    return execFileSync(process.execPath, [PROGRAM, ...quiet, ...options], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const PREDEFINED = 'CI_PIPELINE_SOURCE,CI_COMMIT_BRANCH,CI_DEFAULT_BRANCH';
/** What is no job. */
const GLOBAL = new Set(['stages', 'variables', 'workflow', 'default', 'image']);

/** Throws Error where the file is wrong by GitLab’s schema. */
export function expandGitlab(text: string): GitlabFile {
  const expanded = parse(evaluate(text, ['--preview'])) as Record<string, unknown>;
  const jobs = Object.entries(expanded).filter(([name]) => !GLOBAL.has(name));
  return {
    variables: expanded['variables'] as GitlabFile['variables'],
    jobs: Object.fromEntries(jobs) as GitlabFile['jobs'],
  };
}

/** Names of the jobs that run in a pipeline with these variables, by their rules. */
export function jobsOf(text: string, variables: Readonly<Record<string, string>>): string[] {
  const given = Object.entries(variables).flatMap(([name, value]) => [
    '--variable',
    `${name}=${value}`,
  ]);
  const listed = JSON.parse(evaluate(text, ['--list-json', ...given])) as {
    name: string;
    when: string;
  }[];
  return listed.filter(({ when }) => when !== 'never').map(({ name }) => name);
}
