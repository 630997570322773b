import { type Problem, tellIn, type ToldLanguage } from '@tamizdat/problem';

/** A page that must not stand in a tree. Carries every problem found in it. */
export class PageError extends Error {
  override name = 'PageError';
  /** The first problem's code. */
  readonly code: string;
  readonly problems: readonly Problem[];

  constructor(problems: readonly [Problem, ...Problem[]]) {
    super(problems.map((problem) => formatProblem(problem)).join('\n'));
    this.code = problems[0].code;
    this.problems = problems;
  }
}

/** Throws a {@link PageError} with all of `problems`, if there are any. */
export function throwProblems(problems: readonly Problem[]): void {
  const [first, ...rest] = problems;
  if (first) throw new PageError([first, ...rest]);
}

/** One problem as lines of plain text: place, code and message, then reason, remedy and example. */
export function formatProblem(problem: Problem, language: ToldLanguage = 'en'): string {
  const { file, line, column, code, found, ...told } = tellIn(language, problem);
  const words = WORDS[language];
  const lines = [
    `${file}:${line}:${column}: ${code}: ${told.message}${found === undefined ? '' : ` (${words.found}: ${found})`}`,
    told.why,
    told.remedy,
    told.example === undefined ? undefined : `${words.example}: ${told.example}`,
  ];
  return lines.filter((line) => line !== undefined).join('\n  ');
}

const WORDS = {
  en: { found: 'found', example: 'For example' },
  ru: { found: 'найдено', example: 'Например' },
} as const;
