import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadAdversaries } from './adversaries/index.ts';
import { Course } from './course.ts';
import type { Column } from './row.ts';
import { WORKER_SETTINGS } from './outlet/released-outlet.ts';
import { runAdversary } from './run-adversary.ts';

/**
 * Of the gauntlet what CI has time for: those that announce themselves. What a reader got, and how many hosts and
 * connections it took, is held; how long it took is measured by `npm run gauntlet` alone.
 */

/** By a browser alone: that each really takes the article away, or passes a false one on. */
const PLAIN = [2, 10];

/** With the worker: a closed door, a page that lies, mirrors that lie or lag, a provider that counts. */
const WORKER = [3, 7, 11, 13, 25];

const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-gauntlet-'));
const adversaries = await loadAdversaries();
let course: Course;

beforeAll(async () => {
  course = await Course.lay(folder, WORKER_SETTINGS);
});
afterAll(async () => {
  await course.close();
  rmSync(folder, { recursive: true, force: true });
});

test('there are twenty-six adversaries, each in its place', () => {
  expect(adversaries.map(({ number }) => number)).toEqual(
    Array.from({ length: 26 }, (_, place) => place + 1),
  );
  expect(adversaries.filter(({ runs }) => runs.length === 0)).toEqual([]);
});

const listRuns = (numbers: readonly number[]) =>
  adversaries
    .filter(({ number }) => numbers.includes(number))
    .flatMap((adversary) => adversary.runs.map((run) => ({ adversary, run })));

const columns: [what: string, column: Column, numbers: readonly number[]][] = [
  ['with nothing but a browser', 'plain', PLAIN],
  ['with the worker', 'worker', WORKER],
];

describe.each(columns)('%s', (_, column, numbers) => {
  test.each(listRuns(numbers))('$adversary.title $run.name', async ({ adversary, run }) => {
    expect((await runAdversary(course, adversary, run, column)).faults).toEqual([]);
  });
});
