import { globSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { others } from './outlets/built-outlets.ts';
import { loadOutcomes } from './run/reports.ts';
import { runLane, type Step, type StepDone } from './run/run-lane.ts';
import { makeTemporaryFolder } from './run/temporary-folder.ts';
import { tellCounts, tellFailures, tellSlowest } from './run/tell.ts';
import { installTools } from './run/tools.ts';

/**
 * Runs every test: each package's own, then those of the whole over the built sample outlet.
 * Ends with one line, `N passed, N failed, N skipped`. Exit codes: 0 all passed, 1 something failed.
 */
const root = path.resolve(import.meta.dirname, '..');

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
const compiled = { NODE_COMPILE_CACHE: path.join(root, '.cache/node') };
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
const builds: Step[] = [
  { title: 'The sample outlet', command: ['tamizdat', 'build'] },
  ...others.map(({ name, content, tree }) => ({
    title: `The outlet ${name}`,
    command: ['tamizdat', 'build', '--content', content, '--out', tree],
  })),
];
const inTests = ['npx', ...pnpm, '--dir', 'tests', 'exec'];
const unitTests: Step[] = [
  { title: 'Unit tests of every package', command: ['npx', ...pnpm, 'exec', ...turbo] },
];
const wholeTests: Step[] = [
  { title: 'Tests in a browser', command: [...inTests, 'playwright', 'test'], env: sampleTime },
  { title: 'Tests of the whole pipeline', command: [...inTests, 'vitest', 'run'], env: sampleTime },
];
const temporary = makeTemporaryFolder(process.env);
const env = { ...process.env, ...quiet, ...compiled, ...(temporary && { TMPDIR: temporary }) };
const built = await runLane(builds, { cwd: root, env: { ...env, ...sampleTime } });
// What waits (for a page, a disk, a store that falls silent) leaves a core to the other: so both lanes are as long.
const lanes = await Promise.all([
  runLane(unitTests, { cwd: root, env }),
  runLane(wholeTests, { cwd: root, env, isBeside: true }),
]);
const steps = [...built, ...lanes.flat()];

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

function tellStep({ title, minutes }: StepDone): string {
  return `${minutes.toFixed(1).padStart(6)}  ${title}\n`;
}
