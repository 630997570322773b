import { SAME_PROBLEMS_MAX } from './limits.ts';

/** One thing to mend in the content. Everything a writer needs to mend it, and nothing that varies by machine. */
export interface Problem {
  /** Permanent name, kebab-case, for example `title-too-long`. */
  code: string;
  severity: 'error' | 'warning';
  /** File relative to the folder that holds `content`, `/`-separated. */
  file: string;
  /** 1-based line. */
  line: number;
  /** 1-based column in UTF-16 code units, as editors count. */
  column: number;
  /** How many UTF-16 code units of that line the problem covers; absent where it is a point. */
  length?: number;
  /** The field as a path, for example `leadImage.credit`; absent for the text. */
  field?: string;
  /** The value found, shortened. */
  found?: string;
  /** What is wrong, in one sentence. */
  message: string;
  /** Why it matters, where that is not plain. */
  why?: string;
  /** What to do. */
  remedy: string;
  /** A line that would be right. */
  example?: string;
  /** The same in Russian; what it does not say holds for every language. */
  ru: Telling;
}

/** The languages that problems are told in. */
export const TOLD_LANGUAGES = ['en', 'ru'] as const;
export type ToldLanguage = (typeof TOLD_LANGUAGES)[number];

/** What a problem says, in words. */
export interface Telling {
  message: string;
  why?: string;
  remedy: string;
  /** Where the example for all languages holds words of another one. */
  example?: string;
}

/** A problem in one language. */
export type ToldProblem = Omit<Problem, 'ru'>;

/** A problem as somebody reads it who speaks a language: code, place and found value are the same in all. */
export function tellIn(language: ToldLanguage, { ru, ...problem }: Problem): ToldProblem {
  return language === 'ru' ? { ...problem, ...ru } : problem;
}

export type { InBoth } from '@tamizdat/body';

/** The way to a value inside a file: field names and list positions, as zod gives them. */
export type FieldPath = readonly (string | number)[];

/** Where a problem is in a file: 1-based line and column, length on that line in UTF-16 code units. */
export interface Span {
  line: number;
  column: number;
  length?: number;
}

/** A problem that knows its field but not yet its line; checks stay pure and need no positions. */
export interface Finding extends Pick<
  Problem,
  'code' | 'message' | 'remedy' | 'found' | 'why' | 'example' | 'ru'
> {
  severity?: Problem['severity'];
  path: FieldPath;
  /** Whether the field's name or its value is to be pointed at; the value where absent. */
  at?: 'key' | 'value';
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order in which problems are told: file, line, column, code, message; by code units. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Problems of a file as they are told: in their order, and of each kind SAME_PROBLEMS_MAX at most. */
export function inOrder(problems: Problem[]): Problem[] {
  const counts = new Map<string, number>();
  return problems.sort(compareProblems).filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= SAME_PROBLEMS_MAX;
  });
}

/** `['corrections', 0, 'text']` as `corrections[0].text`. */
export function fieldName(path: FieldPath): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`,
    )
    .join('');
}

/** A finding at its place. */
export function placeFinding(finding: Finding, file: string, span: Span): Problem {
  const { code, path, severity = 'error', message, remedy, found, why, example, ru } = finding;
  return {
    code,
    severity,
    file,
    ...span,
    ...(path.length === 0 ? {} : { field: fieldName(path) }),
    ...(found === undefined ? {} : { found }),
    message,
    ...(why === undefined ? {} : { why }),
    remedy,
    ...(example === undefined ? {} : { example }),
    ru,
  };
}
