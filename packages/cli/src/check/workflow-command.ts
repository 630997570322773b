import type { ToldProblem } from '@tamizdat/problem';
import { printable } from './printable.ts';

/**
 * A problem as a workflow command that GitHub Actions shows on its line (“Workflow commands for GitHub
 * Actions”, setting an error message). Text of untrusted files can begin no command of its own: line
 * ends, and what parts properties, are escaped as the runner undoes it.
 */
export function workflowCommand(problem: ToldProblem): string {
  const { severity, code, file, line, column, length = 1, message, why, remedy, example } = problem;
  const properties = { file, line, col: column, endColumn: column + length, title: code };
  const told = Object.entries(properties).map(
    ([name, value]) => `${name}=${property(String(value))}`,
  );
  const text = [message, why, `→ ${remedy}`, example].filter((part) => part !== undefined);
  return `::${severity} ${told.join(',')}::${data(printable(text.join('\n')))}`;
}

/** As `escapeData` of GitHub's own toolkit. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** As `escapeProperty` of GitHub's own toolkit. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
