import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser';
import { describe, expect, test } from 'vitest';
import { loadWorkflow, readRepository, stepsOf } from './workflow-file.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const FILES = globSync(['.github/workflows/*.yml', 'docs/forge/forgejo/*.yml'], {
  cwd: repository,
}).sort();

/** Faults that GitHub’s own parser finds by its schema of workflows and expressions. */
async function faultsOf(name: string, content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const faults = context.errors.getErrors().map(({ message }) => message);
  if (value === undefined || faults.length > 0) return faults;
  const { errors = [] } = await convertWorkflowTemplate(context, value);
  return errors.map(({ Message }) => Message);
}

test('there are workflows for pull requests, releases and the timer', () => {
  for (const name of ['pull-request', 'release', 'timer'])
    for (const folder of ['.github/workflows', 'docs/forge/forgejo'])
      expect(FILES).toContain(`${folder}/${name}.yml`);
});

test('the schema finds what is wrong', async () => {
  const good = readRepository('.github/workflows/pull-request.yml');
  expect(await faultsOf('a', good.replace('runs-on:', 'run-on:'))).not.toEqual([]);
  expect(await faultsOf('a', good.replace('github.event', 'gihub.event'))).not.toEqual([]);
});

test('what Forgejo runs is what is run in the tests, but for the question about labels', () => {
  const OWN = 'Look for the label';
  const scripts = (file: string) =>
    stepsOf(loadWorkflow(file))
      .filter(({ run, name }) => run !== undefined && name !== OWN)
      .map(({ run, env, if: when }) => ({ run, env, when }));
  for (const name of ['pull-request', 'release', 'timer'])
    expect(scripts(`docs/forge/forgejo/${name}.yml`)).toEqual(
      scripts(`.github/workflows/${name}.yml`),
    );
});

describe.each(FILES)('%s', (file) => {
  const text = readRepository(file);
  const workflow = loadWorkflow(file);
  const jobs = Object.entries(workflow.jobs);
  const isGithub = file.startsWith('.github');

  test('is right by the schema of workflows', async () => {
    expect(await faultsOf(file, text)).toEqual([]);
  });

  test('pins every action by the hash of its commit', () => {
    const used = stepsOf(workflow).flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^[\w./:-]+@[0-9a-f]{40}$/);
    for (const { uses } of Object.values(workflow.jobs))
      if (uses !== undefined) {
        expect(uses).toMatch(/^\.\/\.(?:github|forgejo)\/workflows\/[\w-]+\.yml$/);
      }
  });

  test('grants nothing but what each job says', () => {
    const onlyReads = JSON.stringify(workflow.permissions) === '{"contents":"read"}';
    expect(JSON.stringify(workflow.permissions) === '{}' || onlyReads).toBe(true);
    for (const [name, { permissions }] of jobs)
      expect([name, permissions !== undefined || onlyReads]).toEqual([name, true]);
  });

  test('changes the branch of releases in one queue', () => {
    for (const [name, { steps = [], concurrency = workflow.concurrency }] of jobs)
      if (steps.some(({ run = '' }) => run.includes('tamizdat state keep')))
        expect([name, concurrency]).toEqual([
          name,
          {
            group: 'site-state',
            ...(isGithub ? { queue: 'max' } : { 'cancel-in-progress': false }),
          },
        ]);
  });

  test('ends every job that hangs', () => {
    for (const [name, { uses, 'timeout-minutes': minutes }] of jobs)
      expect([name, uses !== undefined || minutes !== undefined]).toEqual([name, true]);
  });

  test('writes nothing of an event into a script', () => {
    for (const { run = '' } of stepsOf(workflow)) expect(run).not.toContain('${{');
  });

  test('keeps no credentials where programs run', () => {
    for (const { uses, with: given } of stepsOf(workflow))
      if (uses?.includes('checkout@'))
        expect(given).toMatchObject({ 'persist-credentials': false });
  });

  test('has no secret where a pull request runs, and never runs one with the rights of the base', () => {
    expect(workflow.on).not.toHaveProperty('pull_request_target');
    expect(workflow.on).not.toHaveProperty('workflow_run');
    if (!('pull_request' in workflow.on)) return;
    expect(text).not.toMatch(/secrets\b(?! in)\.|github\.token|environment:/);
    expect(Object.values(workflow.jobs).map(({ permissions }) => permissions)).not.toContainEqual(
      expect.objectContaining({ contents: 'write' }),
    );
  });

  test('gives secrets to single steps, and keys to none that does more than sign', () => {
    for (const [, job] of jobs) expect(job).not.toHaveProperty('env');
    expect(workflow).not.toHaveProperty('env');
    const signing = stepsOf(workflow).filter(({ env = {} }) =>
      Object.keys(env).some((name) => name.startsWith('TAMIZDAT_KEY_')),
    );
    for (const { run } of signing)
      expect(run).toMatch(
        /^node_modules\/\.bin\/tamizdat (?:release|refresh) dist --\w+ \S+(?: \$FIRST)?$/,
      );
  });

  test('runs in the shell whose behaviour is tested', () => {
    expect(workflow.defaults).toEqual({ run: { shell: 'bash' } });
    expect(
      isGithub || existsSync(path.join(repository, file.replace(/.*\//, '.github/workflows/'))),
    ).toBe(true);
  });
});
