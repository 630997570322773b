import type { Problem } from '@tamizdat/article-schema';
import { colors } from 'consola/utils';
import { formatProblem } from './format-problem.ts';
import { loadLines } from './load-lines.ts';

/** What a check found. */
export interface Findings {
  problems: readonly Problem[];
  /** Files that were looked at. */
  files: number;
  /** The content folder. */
  root: string;
}

/** All problems, by file, for a terminal, with a count at the end. */
export async function buildReport({ problems, files, root }: Findings): Promise<string> {
  const groups = [...Map.groupBy(problems, ({ file }) => file)];
  const parts: string[] = [];
  for (const [file, group] of groups) {
    const lines = await loadLines(root, file);
    parts.push(`${colors.bold(file)}\n`);
    parts.push(...group.map((problem) => `${formatProblem(problem, lines)}\n`));
  }
  return `${parts.join('\n')}${parts.length > 0 ? '\n' : ''}${summary(problems, files)}\n`;
}

function summary(problems: readonly Problem[], files: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const counted = [count(errors, 'error'), count(warnings, 'warning')];
  const found = problems.length === 0 ? colors.green('No problems') : counted.join(', ');
  const inFiles = new Set(problems.map(({ file }) => file)).size;
  const where = inFiles === 0 ? '' : ` in ${count(inFiles, 'file')}`;
  return `${found}${where}. ${count(files, 'file')} looked at.`;
}

const count = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? '' : 's'}`;
