import type { ToldProblem } from '@tamizdat/problem';
import { colours } from '../frame/own-codes.ts';
import { say } from '../language/say.ts';
import { printable } from './printable.ts';

/** How often a rule spoke. */
export interface RuleCount {
  code: string;
  severity: ToldProblem['severity'];
  count: number;
  /** Files in which it did. */
  files: number;
  /** The first place, as file:line:column. */
  first: string;
  /** What it said there. */
  message: string;
}

/** The rules that spoke: errors before warnings, then by how often. Pure. */
export function countRules(problems: readonly ToldProblem[]): RuleCount[] {
  const groups = Map.groupBy(problems, ({ code, severity }) => `${severity} ${code}`);
  const counts = [...groups.values()].flatMap((group): RuleCount[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { code, severity, file, line, column, message } = first;
    const files = new Set(group.map((problem) => problem.file)).size;
    const place = `${file}:${line}:${column}`;
    return [{ code, severity, count: group.length, files, first: place, message }];
  });
  const rank = ({ severity }: RuleCount) => Number(severity !== 'error');
  return counts.sort(
    (a, b) => rank(a) - rank(b) || b.count - a.count || (a.code < b.code ? -1 : 1),
  );
}

/** The rules for a terminal, one in two lines. */
export function formatRules(rules: readonly RuleCount[]): string {
  const width = Math.max(0, ...rules.map(({ count }) => String(count).length));
  const lines = rules.map(({ code, severity, count, files, first, message }) => {
    const paint = severity === 'error' ? colours.red : colours.yellow;
    const word = say(
      severity === 'error'
        ? { en: 'error', ru: 'ошибка' }
        : { en: 'warning', ru: 'предупреждение' },
    );
    const where = say({ en: `files: ${files}`, ru: `файлов: ${files}` });
    const indent = ' '.repeat(width + 2);
    return `${String(count).padStart(width)}  ${paint(`${word}[${code}]`)} ${where}\n${indent}${first}: ${printable(message)}\n`;
  });
  return lines.length === 0 ? '' : `${lines.join('')}\n`;
}
