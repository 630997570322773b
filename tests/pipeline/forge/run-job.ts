import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { compileCache, finished, FIXTURE_NOW } from '../workplace/run-tamizdat.ts';
import { type Contexts, fillIn, holds } from './expressions.ts';
import type { Job, Step } from './workflow-file.ts';

const repository = path.resolve(import.meta.dirname, '../../..');

/** What the forge tells a job. */
export interface JobContext extends Contexts {
  github: { repository: string; sha: string; event: Record<string, unknown> } & Record<
    string,
    unknown
  >;
  secrets: Record<string, string>;
  vars: Record<string, string>;
}

/** Where a job runs: a folder of its own, and the repository that it checks out. */
export interface Machine {
  folder: string;
  /** A bare repository. */
  origin: string;
  /** What is checked out where a step does not say it. */
  ref: string;
  /** Further variables: of the machine itself, not of the workflow. */
  env?: Record<string, string>;
  /** The moment; the fixture’s where absent. */
  now?: string;
}

/** A step that ran, or was left out. */
export interface RanStep {
  name: string;
  code: number | null;
  output: string;
}

export interface RanJob {
  steps: RanStep[];
  /** Whether every step ended well. */
  passed: boolean;
  outputs: Record<string, string>;
  /** What stands in the summary. */
  summary: string;
  workspace: string;
}

/**
 * Runs a job as GitHub’s runner does: each `run` is written to a file and run by
 * `bash --noprofile --norc -eo pipefail`, in an environment that holds what the job is told and nothing else; steps
 * talk to each other through the files that GITHUB_OUTPUT and GITHUB_STEP_SUMMARY name. The three actions that the
 * workflows use are done by hand. Ends at the first step that fails.
 */
export async function runJob(job: Job, context: JobContext, machine: Machine): Promise<RanJob> {
  mkdirSync(machine.folder, { recursive: true });
  const place = mkdtempSync(path.join(machine.folder, 'job-'));
  const workspace = path.join(place, 'workspace');
  const temp = path.join(place, 'temp');
  for (const folder of [workspace, temp]) mkdirSync(folder);
  const files = { output: path.join(place, 'output'), summary: path.join(place, 'summary') };
  const outputs: Record<string, { outputs: Record<string, string> }> = {};
  const steps: RanStep[] = [];
  for (const step of job.steps ?? []) {
    const contexts = { ...context, steps: outputs, runner: { temp } };
    if (!holds(step.if, contexts)) continue;
    for (const file of Object.values(files)) if (!existsSync(file)) writeFileSync(file, '');
    const ran = await runStep(step, contexts, { machine, workspace, temp, files });
    steps.push(ran);
    if (ran.code !== 0) break;
    if (step.id !== undefined) outputs[step.id] = { outputs: readOutput(files.output) };
    rmSync(files.output);
  }
  const after = { ...context, steps: outputs };
  return {
    steps,
    passed: steps.every(({ code }) => code === 0),
    outputs: Object.fromEntries(
      Object.entries(job.outputs ?? {}).map(([name, value]) => [name, fillIn(value, after)]),
    ),
    summary: readFileSync(files.summary, 'utf8'),
    workspace,
  };
}

const readOutput = (file: string): Record<string, string> =>
  Object.fromEntries(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

interface Place {
  machine: Machine;
  workspace: string;
  temp: string;
  files: { output: string; summary: string };
}

async function runStep(step: Step, contexts: JobContext, place: Place): Promise<RanStep> {
  const name = step.name ?? step.uses ?? step.run ?? '';
  if (step.uses !== undefined) return { name, ...useAction(step, place) };
  const script = path.join(place.temp, 'step.sh');
  writeFileSync(script, fillIn(step.run ?? '', contexts));
  const own = Object.entries(step.env ?? {}).map(([key, value]) => [key, fillIn(value, contexts)]);
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: path.join(place.workspace, step['working-directory'] ?? ''),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...machineEnvironment(place.machine.now),
      ...place.machine.env,
      ...forgeEnvironment(contexts, place),
      ...(Object.fromEntries(own) as Record<string, string>),
    },
  });
  const ran = await finished(child);
  rmSync(script);
  return { name, ...ran };
}

/** As setup-node leaves it: Node before everything else. What reaches the registry is kept: kits are installed. */
export function machineEnvironment(now = FIXTURE_NOW): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(?:npm_config_|HTTPS?_PROXY|NO_PROXY|NODE_EXTRA_CA_CERTS)/i.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    PATH: `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    HOME: homedir(),
    NODE_COMPILE_CACHE: compileCache,
    // As a forge keeps it between jobs: what was compiled of the same sources.
    TURBO_CACHE_DIR: path.join(repository, '.turbo/cache'),
    TAMIZDAT_NOW: now,
  };
}

function forgeEnvironment({ github }: JobContext, { workspace, temp, files }: Place) {
  const told = ['base_ref', 'ref', 'event_name', 'api_url', 'repository', 'sha'].flatMap((name) =>
    typeof github[name] === 'string' ? [[`GITHUB_${name.toUpperCase()}`, github[name]]] : [],
  );
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: temp,
    ...(Object.fromEntries(told) as Record<string, string>),
  };
}

function useAction(step: Step, place: Place): { code: number; output: string } {
  const { uses = '', with: given = {} } = step;
  if (uses.includes('actions/setup-node@')) return { code: 0, output: '' };
  if (uses.includes('actions/checkout@')) return checkOut(given, place);
  if (!uses.includes('actions/upload-artifact@')) throw new Error(`no such action: ${uses}`);
  const found = existsSync(path.join(place.workspace, String(given['path'])));
  return { code: found ? 0 : 1, output: '' };
}

/** Fetches as much as the real action does: one commit, unless a depth is named; 0 is everything. */
function checkOut(given: NonNullable<Step['with']>, { machine, workspace }: Place) {
  const folder = path.join(workspace, String(given['path'] ?? ''));
  const depth = Number(given['fetch-depth'] ?? 1);
  const ref = String(given['ref'] ?? machine.ref);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'advice.detachedHead=false', ...args], { cwd: folder });
  mkdirSync(folder, { recursive: true });
  git('init', '--quiet');
  git('remote', 'add', 'origin', `file://${machine.origin}`);
  git('fetch', '--quiet', '--no-tags', ...(depth === 0 ? [] : [`--depth=${depth}`]), 'origin', ref);
  git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
  return { code: 0, output: '' };
}
