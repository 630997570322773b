import { type Problem, tellIn, type ToldProblem } from '@tamizdat/problem';
import { countInRussian, russianForm } from '@tamizdat/article-schema/russian-number';
import { colours } from '../frame/own-codes.ts';
import { language, say } from '../language/say.ts';
import { boundProblems } from './bound-problems.ts';
import { formatProblem } from './format-problem.ts';
import { loadLines } from './load-lines.ts';

/** What a check found. */
export interface Findings {
  /** Told in the language of this run, where they are not yet. */
  problems: readonly (Problem | ToldProblem)[];
  /** Files that were looked at. */
  files: number;
  /** Problems that are left out of these, because there are too many. */
  left?: number;
  /** Further articles that they were compared with. */
  compared?: number;
  /** The content folder. */
  root: string;
  /** Languages of the outlet whose search finds a word only in the form that was typed. */
  unstemmed?: readonly string[];
}

/** All problems, by file, for a terminal, with a count at the end; of too many, those that `boundProblems` leaves. */
export async function buildReport(findings: Findings): Promise<string> {
  const { files, compared, root, unstemmed = [], ...found } = findings;
  const told = found.problems.map((one) => ('ru' in one ? tellIn(language, one) : one));
  const { problems, ...bounded } = boundProblems(told);
  const left = bounded.left + (found.left ?? 0);
  const groups = [...Map.groupBy(problems, ({ file }) => file)];
  const parts: string[] = [];
  for (const [file, group] of groups) {
    const lines = await loadLines(root, file);
    parts.push(`${colours.bold(file)}\n`);
    for (const problem of group) parts.push(`${formatProblem(problem, lines)}\n`);
  }
  if (left > 0)
    parts.push(
      `${say({ en: `And ${left} more: mend these first.`, ru: `И ещё ${left}: сначала исправьте эти.` })}\n`,
    );
  return `${parts.join('\n')}${parts.length > 0 ? '\n' : ''}${summary(problems, files, compared ?? 0)}\n${searchNote(unstemmed)}`;
}

/** Nothing to mend, but good to know: authors can name other forms in tags and standfirsts. */
function searchNote(unstemmed: readonly string[]): string {
  if (unstemmed.length === 0) return '';
  const languages = unstemmed.join(', ');
  return say({
    en: `The search finds words only in the form that a reader types in: ${languages}.\n`,
    ru: `Поиск находит слова только в той форме, в какой их набрали: ${languages}.\n`,
  });
}

/** The counts of what was found, in a line. */
export function summary(problems: readonly ToldProblem[], files: number, compared: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const inFiles = new Set(problems.map(({ file }) => file)).size;
  const counts = { errors, warnings, inFiles, files, compared };
  return language === 'ru' ? inRussian(counts) : inEnglish(counts);
}

interface Counts {
  errors: number;
  warnings: number;
  inFiles: number;
  files: number;
  compared: number;
}

function inEnglish({ errors, warnings, inFiles, files, compared }: Counts): string {
  const counted = `${count(errors, 'error')}, ${count(warnings, 'warning')} in ${count(inFiles, 'file')}`;
  const found = inFiles === 0 ? colours.green('No problems') : counted;
  const others = compared === 0 ? '' : `, compared with ${count(compared, 'other article')}`;
  return `${found}. ${count(files, 'file')} looked at${others}.`;
}

function inRussian({ errors, warnings, inFiles, files, compared }: Counts): string {
  const wrong = countInRussian(errors, ['ошибка', 'ошибки', 'ошибок']);
  const doubtful = countInRussian(warnings, ['предупреждение', 'предупреждения', 'предупреждений']);
  const where = countInRussian(inFiles, ['файле', 'файлах', 'файлах']);
  const found = inFiles === 0 ? colours.green('Всё в порядке') : `${wrong}, ${doubtful} в ${where}`;
  const articles = countInRussian(compared, ['статья', 'статьи', 'статей']);
  const others = compared === 0 ? '' : `, для сравнения прочитано: ${articles}`;
  return `${found}. ${russianForm(files, ['Проверен', 'Проверено', 'Проверено'])} ${countInRussian(files, ['файл', 'файла', 'файлов'])}${others}.`;
}

const count = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? '' : 's'}`;
