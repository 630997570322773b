import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { others } from './outlets/built-outlets.ts';
import { loadOutcomes } from './run/reports.ts';
import { tellCounts, tellFailures, tellSlowest } from './run/tell.ts';
import { installTools } from './run/tools.ts';

/**
 * Runs every test: each package's own, then those of the whole over the built sample outlet.
 * Ends with one line, `N passed, N failed, N skipped`. Exit codes: 0 all passed, 1 something failed.
 */
const root = path.resolve(import.meta.dirname, '..');

function run(title: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  process.stdout.write(`\n== ${title}\n`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

const missing = installTools();
// A report of an earlier run must not be counted; Turborepo brings back those of tests it need not repeat.
for (const folder of globSync('{packages/*,apps/*,tests}/.reports', { cwd: root }))
  rmSync(path.join(root, folder), { recursive: true });
const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  packageManager: string;
};
const pnpm = ['--yes', packageManager];
const quiet = { TURBO_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' };
// Half of what it costs to start a program of TypeScript, and tests start hundreds.
const compiled = { NODE_COMPILE_CACHE: path.join(root, '.tamizdat/cache/node') };
const turbo = [
  'turbo',
  'run',
  'test',
  '--concurrency=2',
  '--continue',
  '--output-logs=errors-only',
];
// The sample's embargoes end and its front pages change with time: what is tested must not.
const sampleTime = { TAMIZDAT_NOW: '2026-11-22T12:00:00Z' };
const commands: [string, string, string[], NodeJS.ProcessEnv?][] = [
  ['Unit tests of every package', 'npx', [...pnpm, 'exec', ...turbo]],
  ['The sample outlet', 'tamizdat', ['build'], sampleTime],
  ...others.map(({ name, content, tree }): [string, string, string[], NodeJS.ProcessEnv] => [
    `The outlet ${name}`,
    'tamizdat',
    ['build', '--content', content, '--out', tree],
    sampleTime,
  ]),
  [
    'Tests of the whole pipeline',
    'npx',
    [...pnpm, '--dir', 'tests', 'exec', 'vitest', 'run'],
    sampleTime,
  ],
  [
    'Tests in a browser',
    'npx',
    [...pnpm, '--dir', 'tests', 'exec', 'playwright', 'test'],
    sampleTime,
  ],
];
const steps = commands.map(([title, command, args, env]) => {
  const begun = performance.now();
  const passed = run(title, command, args, { ...quiet, ...compiled, ...env });
  return { title, passed, minutes: (performance.now() - begun) / 60_000 };
});

const outcomes = loadOutcomes(root);
const broken = steps.filter(({ passed }) => !passed).map(({ title }) => title);
process.stdout.write(`\nThe slowest files:\n${tellSlowest(outcomes)}`);
process.stdout.write(`\nMinutes:\n${steps.map(tellStep).join('')}\n`);
// Last, where whoever sees the end of a long log alone finds it.
process.stdout.write(tellFailures(outcomes));
for (const title of broken) process.stdout.write(`Failed: ${title}\n`);
for (const tool of missing)
  process.stdout.write(`Not installed, its tests were skipped: ${tool}\n`);
// A step that broke before it could count a test is a failure too.
const failed = Math.max(outcomes.filter(({ state }) => state === 'failed').length, broken.length);
process.stdout.write(`\n${tellCounts(outcomes, failed, missing.length)}\n`);
process.exitCode = failed > 0 ? 1 : 0;

function tellStep({ title, minutes }: { title: string; minutes: number }): string {
  return `${minutes.toFixed(1).padStart(6)}  ${title}\n`;
}
