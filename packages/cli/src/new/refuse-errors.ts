import type { Problem } from '@tamizdat/article-schema';
import { printable } from '../check/format-problem.ts';

/** Throws Error with what is wrong with a file that is about to be made. */
export function refuseErrors(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const told = errors.map(({ message, remedy }) => printable(`${message} ${remedy}`));
  throw new Error(
    `Nothing was made, because it would not be right: ${[...new Set(told)].join(' ')}`,
  );
}
