import { stripVTControlCharacters } from 'node:util';
import type { Outcome } from './reports.ts';

/** Lines of what a failed test said: what was expected and found stands in them. */
const LINES_SAID = 20;
/** Files of tests that are named as the slowest: where a faster run begins. */
const SLOWEST_NAMED = 15;

/** Each failed test with the beginning of what it said; nothing where all passed. */
export function tellFailures(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(({ state }) => state === 'failed')
    .map(({ file, name, said }) => {
      const lines = stripVTControlCharacters(said)
        .split('\n')
        .filter((line) => !line.includes('/node_modules/'))
        .slice(0, LINES_SAID);
      return `FAILED ${file}: ${name}\n${lines.map((line) => `    ${line}\n`).join('')}`;
    })
    .join('');
}

/** The files whose tests took longest together, in seconds. */
export function tellSlowest(outcomes: readonly Outcome[]): string {
  const seconds = new Map<string, number>();
  for (const { file, seconds: taken } of outcomes)
    seconds.set(file, (seconds.get(file) ?? 0) + taken);
  return [...seconds]
    .sort(([, one], [, other]) => other - one)
    .slice(0, SLOWEST_NAMED)
    .map(([file, taken]) => `${taken.toFixed(0).padStart(6)} s  ${file}\n`)
    .join('');
}

/** `N passed, N failed, N skipped`. */
export function tellCounts(outcomes: readonly Outcome[], failed: number, missing: number): string {
  const count = (state: Outcome['state']): number =>
    outcomes.filter((outcome) => outcome.state === state).length;
  return `${count('passed')} passed, ${failed} failed, ${count('skipped') + missing} skipped`;
}
