import type { Problem } from '@tamizdat/problem';
import { PROBLEMS_TOLD_MAX } from './limits.ts';

/** What a terminal could obey, the ends of lines among it: a place and a message stand on one line. */
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

const printable = (text: string): string => text.replaceAll(CONTROL, spellOut);

const spellOut = (letter: string): string =>
  `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Writes what is wrong with the outlet's file to standard error; gives the exit code of that. */
export function tellProblems(problems: readonly Problem[]): number {
  tell(problems);
  process.stderr.write('The writing room is made of outlet.yaml: mend it first.\n');
  return 1;
}

/** Writes which records the room does without, and why. */
export function tellLeftOut(problems: readonly Problem[]): void {
  tell(problems);
  if (problems.length > 0) process.stderr.write('The writing room opens without these records.\n');
}

function tell(problems: readonly Problem[]): void {
  for (const { file, line, column, message, remedy } of problems.slice(0, PROBLEMS_TOLD_MAX)) {
    process.stderr.write(`${printable(`${file}:${line}:${column} ${message} ${remedy}`)}\n`);
  }
}
