import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readArguments, refuse } from '../bench/read-arguments.ts';
import { makeTemporaryFolder } from '../run/temporary-folder.ts';
import { loadAdversaries } from './adversaries/index.ts';
import { Course } from './course.ts';
import { buildTable } from './report/table.ts';
import type { Row } from './row.ts';
import { runAdversary } from './run-adversary.ts';

const USAGE = `Lets every adversary of a blocked site strike a reader in a real Chromium, and prints what the reader got:
whether an article came, whether it is the outlet's and its newest, how long it took, and what it cost.
Usage: npm run gauntlet -- [--only 5,7] [--plain] [--json FILE]

  --only NUMBERS  these adversaries alone
  --plain         with nothing but the browser, no service worker, for comparison
  --json FILE     writes everything that was measured

Exit codes: 0 all came as each adversary's file expects; 1 something did not, or could not be run; 2 wrong arguments.
Needs Debian's chromium-headless-shell, faketime, libnss3-tools and openssl.
`;

const { only, plain, json } = readArguments(USAGE, {
  only: { type: 'string' },
  plain: { type: 'boolean', default: false },
  json: { type: 'string' },
});
const adversaries = await loadAdversaries();
const wanted = only?.split(',').map(Number) ?? adversaries.map(({ number }) => number);
const unknown = wanted.filter((number) => !adversaries.some((one) => one.number === number));
if (unknown.length > 0)
  refuse(`--only takes numbers from 1 to ${adversaries.length}, not "${only ?? ''}".`, USAGE);

const memory = makeTemporaryFolder(process.env);
const folder = mkdtempSync(path.join(memory ?? tmpdir(), 'tamizdat-gauntlet-'));
const column = plain ? 'plain' : 'worker';
const rows: Row[] = [];
try {
  const course = await Course.lay(folder, plain ? '' : 'reader: { worker: true }\n');
  for (const adversary of adversaries.filter(({ number }) => wanted.includes(number)))
    for (const run of adversary.runs) {
      const row = await runAdversary(course, adversary, run, column);
      process.stderr.write(tellRow(row));
      rows.push(row);
    }
  await course.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(buildTable(rows));
if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
process.exitCode = rows.some(({ faults }) => faults.length > 0) ? 1 : 0;

function tellRow({ number, run, faults }: Row): string {
  const name = run === undefined ? String(number) : `${number} (${run})`;
  return `${name}: ${faults.length === 0 ? 'as expected' : faults.join('; ')}\n`;
}
