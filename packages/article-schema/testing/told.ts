import type { Problem } from '@tamizdat/problem';

/** A problem as a test reads it: place, code, and all that a writer is told. For tests. */
export function told(problems: readonly Problem[]): string {
  return problems
    .map(({ line, column, code, severity, message, why, remedy, example }) =>
      [
        `${line}:${column} ${severity === 'warning' ? 'warning ' : ''}${code}`,
        message,
        ...(why === undefined ? [] : [`why: ${why}`]),
        `do: ${remedy}`,
        ...(example === undefined ? [] : [`example: ${example}`]),
      ].join('\n'),
    )
    .join('\n\n');
}
