import type { ToldProblem } from '@tamizdat/problem';
import { buildExcerpt } from './build-excerpt.ts';
import { printable } from './printable.ts';
import { colours } from '../frame/own-codes.ts';
import { say } from '../language/say.ts';

const SEVERITIES = {
  error: { en: 'error', ru: 'ошибка' },
  warning: { en: 'warning', ru: 'предупреждение' },
} as const;

/** One problem for a terminal: what, where, the line itself, why, what to do, an example. */
export function formatProblem(problem: ToldProblem, lines: readonly string[]): string {
  const { severity, code, message, file, line, column, why, remedy, example } = problem;
  const colour = severity === 'error' ? colours.red : colours.yellow;
  const gutter = ' '.repeat(String(line).length);
  const bar = colours.dim('|');
  const source = lines[line - 1];
  return [
    `${colour(`${say(SEVERITIES[severity])}[${code}]`)}: ${printable(message)}`,
    `${gutter}${colours.dim('-->')} ${file}:${line}:${column}`,
    ...(source === undefined ? [] : excerpt(source, problem, gutter, colour)),
    ...(why === undefined ? [] : note(gutter, say({ en: 'why', ru: 'почему' }), why)),
    ...note(gutter, say({ en: 'do', ru: 'что делать' }), remedy),
    ...(example === undefined ? [] : note(gutter, say({ en: 'example', ru: 'пример' }), example)),
  ]
    .map((row) => row.trimEnd())
    .join('\n');

  function note(space: string, word: string, text: string): string[] {
    const [first = '', ...rest] = printable(text).split('\n');
    const indent = ' '.repeat(word.length + 2);
    return [
      `${space} ${colours.dim('=')} ${colours.cyan(`${word}:`)} ${first}`,
      ...rest.map((row) => `${space}   ${indent}${row}`),
    ];
  }

  function excerpt(
    text: string,
    { line: number, column: from, length }: ToldProblem,
    space: string,
    paint: (text: string) => string,
  ): string[] {
    const shown = buildExcerpt(text, from, length);
    return [
      `${space} ${bar}`,
      `${number} ${bar} ${shown.text}`,
      `${space} ${bar} ${' '.repeat(shown.indent)}${paint('^'.repeat(shown.length))}`,
    ];
  }
}
