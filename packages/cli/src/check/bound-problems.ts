import type { ToldProblem } from '@tamizdat/problem';
import { REPORT_BYTES_MAX, REPORT_TEXT_MAX } from './limits.ts';

/** What of the problems is told, and how many are left out of it. */
export interface BoundProblems {
  problems: ToldProblem[];
  left: number;
}

/**
 * Bounds what is told in all: long texts are cut, and where there is too much, errors come before warnings. One field
 * can hold any number of mistakes, and a report of megabytes is read by nobody.
 */
export function boundProblems(given: readonly ToldProblem[]): BoundProblems {
  const isError = ({ severity }: ToldProblem) => severity === 'error';
  const inOrder = [...given.filter(isError), ...given.filter((problem) => !isError(problem))];
  const kept = new Map<ToldProblem, ToldProblem>();
  let bytes = 0;
  for (const problem of inOrder) {
    const cut = cutTexts(problem);
    bytes += Buffer.byteLength(JSON.stringify(cut));
    if (bytes > REPORT_BYTES_MAX) break;
    kept.set(problem, cut);
  }
  const problems = given.flatMap((problem) => kept.get(problem) ?? []);
  return { problems, left: given.length - problems.length };
}

const cutTexts = (problem: ToldProblem): ToldProblem =>
  Object.fromEntries(
    Object.entries(problem).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' && value.length > REPORT_TEXT_MAX
        ? `${value.slice(0, REPORT_TEXT_MAX).toWellFormed()}…`
        : value,
    ]),
  ) as unknown as ToldProblem;
