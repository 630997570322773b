import { appendFile } from 'node:fs/promises';
import type { ToldProblem } from '@tamizdat/problem';
import { type Findings, summary } from './build-report.ts';
import { baseOfPullRequest, changedFiles } from './changed-files.ts';
import { countProblems } from './choose-problems.ts';
import { markdownSummary } from './markdown-summary.ts';
import { workflowCommand } from './workflow-command.ts';

/** Of each severity GitHub shows ten notes a step (“Usage limits” of annotations); more only fill the log. */
const SHOWN = 10;
/** Bytes of a step's summary: GitHub refuses more than a megabyte. */
const SUMMARY_BYTES = 1_000_000;

/**
 * Tells problems to GitHub Actions: on standard output the first ten errors and warnings as notes on
 * their lines, those of changed files before all others, and the whole list in the job's summary.
 */
export async function reportToGithub(found: Findings, base: string | undefined): Promise<void> {
  const { problems, files, compared, root } = found;
  const changed = await changedFiles(root, base ?? baseOfPullRequest());
  const ordered = changedFirst(problems, changed);
  const shown = (['error', 'warning'] as const).flatMap((severity) =>
    ordered.filter((problem) => problem.severity === severity).slice(0, SHOWN),
  );
  const counts = summary(found.counts ?? countProblems(problems), files, compared ?? 0);
  const lines = [...shown.map(workflowCommand), counts];
  process.stdout.write(`${lines.join('\n')}\n`);
  const file = process.env['GITHUB_STEP_SUMMARY'];
  if (file) await appendFile(file, markdownSummary(ordered, counts, SUMMARY_BYTES));
}

/** Problems of changed files first, otherwise in their order. */
export function changedFirst(
  problems: readonly ToldProblem[],
  changed: ReadonlySet<string>,
): readonly ToldProblem[] {
  const isChanged = ({ file }: ToldProblem) => changed.has(file);
  return [...problems.filter(isChanged), ...problems.filter((problem) => !isChanged(problem))];
}
