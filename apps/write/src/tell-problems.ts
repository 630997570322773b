import type { Problem } from '@tamizdat/article-schema';

/** Writes what is wrong with a file to standard error; gives the exit code of that. */
export function tellProblems(problems: readonly Problem[]): number {
  for (const { file, line, column, message, remedy } of problems) {
    process.stderr.write(`${file}:${line}:${column} ${message} ${remedy}\n`);
  }
  process.stderr.write('The writing room is made of outlet.yaml: mend it first.\n');
  return 1;
}
