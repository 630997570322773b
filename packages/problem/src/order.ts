import { SAME_PROBLEMS_MAX } from './limits.ts';
import type { Problem } from './problem.ts';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order in which problems are told: file, line, column, code, message; by code units. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Problems of a file as they are told: in their order, and of each kind SAME_PROBLEMS_MAX at most. */
export function inOrder(problems: Problem[]): Problem[] {
  const counts = new Map<string, number>();
  return problems.sort(compareProblems).filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= SAME_PROBLEMS_MAX;
  });
}
