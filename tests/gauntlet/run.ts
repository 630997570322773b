import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readArguments, refuse } from '../bench/read-arguments.ts';
import { languagesOf } from '../outlets/built-outlets.ts';
import { makeTemporaryFolder } from '../run/temporary-folder.ts';
import { loadAdversaries } from './adversaries/index.ts';
import { Course } from './course.ts';
import { releaseOutlet, WORKER_SETTINGS } from './outlet/released-outlet.ts';
import { choosePages } from './outlet/choose-pages.ts';
import { type FirstVisit, visitThroughFreeze } from './reader/first-visit.ts';
import { measureSlowed, type Slowed } from './reader/slowed-core.ts';
import { buildFirstVisits } from './report/first-visits.ts';
import { buildTable } from './report/table.ts';
import type { Row } from './row.ts';
import { runAdversary } from './run-adversary.ts';

const USAGE = `Lets every adversary of a blocked site strike a reader in a real Chromium, and prints what the reader got:
whether an article came, whether it is the outlet's and its newest, how long it took, and what it cost.
Usage: npm run gauntlet -- [--only 5,7] [--plain] [--json FILE]
       npm run gauntlet -- --first-visits TREE [--json FILE]
       npm run gauntlet -- --arrivals [--json FILE]
       npm run gauntlet -- --slowed [--json FILE]

  --only NUMBERS       these adversaries alone
  --plain              with nothing but the browser, no service worker, for comparison
  --first-visits TREE  opens pages of a built tree for the first time through a freeze after 16 KB, in each language:
                       the front page, the heaviest section, the heaviest article of at most 1,200 words, the short feed
  --arrivals           the same of the gauntlet's own outlet, which has a worker: tells at which visit it is there
  --slowed             how long the worker is at work for a page on a core that is at least six times slower
  --json FILE          writes everything that was measured

Exit codes: 0 all came as each adversary's file expects, or whole; 1 something did not, or could not be run; 2 wrong
arguments.
Needs Debian's chromium-headless-shell, faketime, libnss3-tools and openssl.
`;

const {
  only,
  plain,
  json,
  arrivals,
  slowed,
  'first-visits': tree,
} = readArguments(USAGE, {
  only: { type: 'string' },
  plain: { type: 'boolean', default: false },
  json: { type: 'string' },
  arrivals: { type: 'boolean', default: false },
  slowed: { type: 'boolean', default: false },
  'first-visits': { type: 'string' },
});
const adversaries = await loadAdversaries();
const wanted = only?.split(',').map(Number) ?? adversaries.map(({ number }) => number);
const unknown = wanted.filter((number) => !adversaries.some((one) => one.number === number));
if (unknown.length > 0)
  refuse(`--only takes numbers from 1 to ${adversaries.length}, not "${only ?? ''}".`, USAGE);

if (tree !== undefined && languagesOf({ tree }).length === 0)
  refuse(`--first-visits takes the folder of a built tree, which "${tree}" is not.`, USAGE);

const memory = makeTemporaryFolder(process.env);
const folder = mkdtempSync(path.join(memory ?? tmpdir(), 'tamizdat-gauntlet-'));
try {
  const measured = await measure();
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(measured, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<Row[] | FirstVisit[] | Slowed> {
  if (slowed) return slowDown();
  if (arrivals)
    return visitAll((await releaseOutlet(path.join(folder, 'outlet'), WORKER_SETTINGS)).newest);
  return tree === undefined ? runAll() : visitAll(path.resolve(tree));
}

async function slowDown(): Promise<Slowed> {
  const course = await Course.lay(folder, WORKER_SETTINGS);
  const measured = await measureSlowed(course);
  await course.close();
  const { factor, fetchedMs, keptMs, faults } = measured;
  process.stdout.write(
    `${factor.toFixed(1)} times slower: ${fetchedMs.toFixed(0)} ms for a page that was fetched, ${keptMs.toFixed(0)} ms for one that was kept (medians)\n`,
  );
  process.stderr.write(faults.map((fault) => `${fault}\n`).join(''));
  process.exitCode = faults.length > 0 ? 1 : 0;
  return measured;
}

async function runAll(): Promise<Row[]> {
  const course = await Course.lay(folder, plain ? '' : WORKER_SETTINGS);
  const rows: Row[] = [];
  for (const adversary of adversaries.filter(({ number }) => wanted.includes(number)))
    for (const run of adversary.runs) {
      const row = await runAdversary(course, adversary, run, plain ? 'plain' : 'worker');
      process.stderr.write(tellRow(row));
      rows.push(row);
    }
  await course.close();
  process.stdout.write(buildTable(rows));
  process.exitCode = rows.some(({ faults }) => faults.length > 0) ? 1 : 0;
  return rows;
}

async function visitAll(newest: string): Promise<FirstVisit[]> {
  const course = new Course(folder, { newest });
  const visits: FirstVisit[] = [];
  for (const address of languagesOf({ tree: newest }).flatMap((lang) => choosePages(newest, lang)))
    for (const protocol of ['h2', 'http/1.1'] as const)
      for (const scripts of [false, true])
        visits.push(await visitThroughFreeze(course, { address, protocol, scripts }));
  await course.close();
  process.stdout.write(buildFirstVisits(visits));
  process.exitCode = visits.some(({ wholeMs }) => wholeMs === undefined) ? 1 : 0;
  return visits;
}

function tellRow({ number, run, faults }: Row): string {
  const name = run === undefined ? String(number) : `${number} (${run})`;
  return `${name}: ${faults.length === 0 ? 'as expected' : faults.join('; ')}\n`;
}
