import { type Problem, tellIn, type ToldProblem } from '@tamizdat/problem';
import { countInRussian, russianForm } from '@tamizdat/article-schema/russian-number';
import { colours } from '../frame/own-codes.ts';
import { language, say } from '../language/say.ts';
import { type Counts, countProblems } from './choose-problems.ts';
import { boundProblems } from './bound-problems.ts';
import { formatProblem } from './format-problem.ts';
import { countRules, formatRules } from './summarize-rules.ts';
import { loadLines } from './load-lines.ts';

/** What a check found. */
export interface Findings {
  /** Told in the language of this run, where they are not yet. */
  problems: readonly (Problem | ToldProblem)[];
  /** Counts of all problems, where `problems` are only some of them. */
  counts?: Counts;
  /** Things that imported articles lack, which are not among the problems. */
  counted?: number;
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
  return `${parts.join('\n')}${parts.length > 0 ? '\n' : ''}${summary(found.counts ?? countProblems(problems), files, compared ?? 0)}\n${countedNote(found.counted ?? 0)}${searchNote(unstemmed)}`;
}

/** How often each rule spoke, instead of every problem. */
export function buildSummary(findings: Findings): string {
  const { problems, files, compared, counted = 0 } = findings;
  const told = problems.map((one) => ('ru' in one ? tellIn(language, one) : one));
  const counts = summary(findings.counts ?? countProblems(told), files, compared ?? 0);
  return `${formatRules(countRules(told))}${counts}\n${countedNote(counted)}`;
}

/** What nobody has to mend, and how to see it. */
function countedNote(counted: number): string {
  if (counted === 0) return '';
  return say({
    en: `In imported articles, worth mending some day: ${counted}. “tamizdat check --imported” lists what first.\n`,
    ru: `В перенесённых статьях стоило бы со временем поправить: ${counted}. С чего начать, покажет «tamizdat check --imported».\n`,
  });
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
export function summary(found: Counts, files: number, compared: number): string {
  const counts = { ...found, files, compared };
  return language === 'ru' ? inRussian(counts) : inEnglish(counts);
}

interface Looked extends Counts {
  files: number;
  compared: number;
}

function inEnglish({ errors, warnings, inFiles, files, compared }: Looked): string {
  const counted = `${count(errors, 'error')}, ${count(warnings, 'warning')} in ${count(inFiles, 'file')}`;
  const found = inFiles === 0 ? colours.green('No problems') : counted;
  const others = compared === 0 ? '' : `, compared with ${count(compared, 'other article')}`;
  return `${found}. ${count(files, 'file')} looked at${others}.`;
}

function inRussian({ errors, warnings, inFiles, files, compared }: Looked): string {
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
