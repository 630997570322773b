import type { Problem } from '@tamizdat/article-schema';
import { colors } from 'consola/utils';
import { formatProblem } from './format-problem.ts';
import { loadLines } from './load-lines.ts';

/** What a check found. */
export interface Findings {
  problems: readonly Problem[];
  /** Files that were looked at. */
  files: number;
  /** Further articles that they were compared with. */
  compared?: number;
  /** The content folder. */
  root: string;
}

/** All problems, by file, for a terminal, with a count at the end. */
export async function buildReport({ problems, files, compared, root }: Findings): Promise<string> {
  const groups = [...Map.groupBy(problems, ({ file }) => file)];
  const parts: string[] = [];
  for (const [file, group] of groups) {
    const lines = await loadLines(root, file);
    parts.push(`${colors.bold(file)}\n`);
    parts.push(...group.map((problem) => `${formatProblem(problem, lines)}\n`));
  }
  return `${parts.join('\n')}${parts.length > 0 ? '\n' : ''}${summary(problems, files, compared ?? 0)}\n`;
}

/** The counts of what was found, in a line. */
export function summary(problems: readonly Problem[], files: number, compared: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const counted = [count(errors, 'error'), count(warnings, 'warning')];
  const found = problems.length === 0 ? colors.green('No problems') : counted.join(', ');
  const inFiles = new Set(problems.map(({ file }) => file)).size;
  const where = inFiles === 0 ? '' : ` in ${count(inFiles, 'file')}`;
  const others = compared === 0 ? '' : `, compared with ${count(compared, 'other article')}`;
  return `${found}${where}. ${count(files, 'file')} looked at${others}.`;
}

const count = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? '' : 's'}`;
