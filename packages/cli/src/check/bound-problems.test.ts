import type { ToldProblem } from '@tamizdat/problem';
import { expect, test } from 'vitest';
import { boundProblems } from './bound-problems.ts';
import { buildReport } from './build-report.ts';
import { markdownSummary } from './markdown-summary.ts';
import { REPORT_BYTES_MAX, REPORT_TEXT_MAX } from './limits.ts';

const problem = (line: number, severity: 'error' | 'warning', message = 'm'): ToldProblem => ({
  file: 'a.md',
  line,
  column: 1,
  severity,
  code: 'c',
  message,
  remedy: 'r',
});

test('what fits is told as it is', () => {
  const given = [problem(1, 'warning'), problem(2, 'error')];
  expect(boundProblems(given)).toEqual({ problems: given, left: 0 });
});

test('of 100,000 problems some are told, errors first, and the rest is counted', () => {
  const given = Array.from({ length: 100_000 }, (_, at) =>
    problem(at + 1, at < 99_000 ? 'warning' : 'error'),
  );
  const { problems, left } = boundProblems(given);
  expect(JSON.stringify(problems).length).toBeLessThan(REPORT_BYTES_MAX * 1.1);
  expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(1_000);
  expect(problems.length + left).toBe(100_000);
  expect(problems.map(({ line }) => line)).toEqual(
    problems.map(({ line }) => line).sort((a, b) => a - b),
  );
});

test('a text of megabytes is cut', () => {
  const { problems } = boundProblems([problem(1, 'error', 'x\n'.repeat(5_000_000))]);
  expect(problems[0]?.message.length).toBe(REPORT_TEXT_MAX + 1);
});

test('bounds what is printed, by whatever command, and what a forge is told', async () => {
  const problems = Array.from({ length: 100_000 }, (_, at) => ({
    ...problem(at + 1, 'error', 'An invisible control character stands here (U+0001).'.repeat(4)),
    file: 'content/a.md',
  }));
  const report = await buildReport({ problems, files: 1, root: '/nowhere/content' });
  expect(Buffer.byteLength(report)).toBeLessThan(2 * REPORT_BYTES_MAX);
  expect(report).toMatch(/And \d+ more: mend these first\./);
  const bounded = boundProblems(problems);
  const again = await buildReport({ ...bounded, files: 1, root: '/nowhere/content' });
  expect(again).toBe(report);
  const most = 100_000;
  expect(Buffer.byteLength(markdownSummary(problems, 'a', most))).toBeLessThanOrEqual(most);
});
