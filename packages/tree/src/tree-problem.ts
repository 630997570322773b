/** One thing to mend in the finished tree. Structurally the same as a content problem, so that both print alike. */
export interface TreeProblem {
  /** Permanent name, kebab-case, for example `link-dead`. */
  code: string;
  severity: 'error' | 'warning';
  /** File relative to the tree's root, `/`-separated. */
  file: string;
  /** 1-based line; 1 where the file has no lines. */
  line: number;
  /** 1-based column in UTF-16 code units. */
  column: number;
  /** Element and attribute, for example `a href`. */
  field?: string;
  /** The value found, shortened. */
  found?: string;
  message: string;
  why?: string;
  remedy: string;
  example?: string;
}

/** A page that must not be published. Carries every problem found in it. */
export class PageError extends Error {
  override name = 'PageError';
  /** The first problem's code. */
  readonly code: string;
  readonly problems: readonly TreeProblem[];

  constructor(problems: readonly [TreeProblem, ...TreeProblem[]]) {
    super(problems.map(formatProblem).join('\n'));
    this.code = problems[0].code;
    this.problems = problems;
  }
}

/** Throws a {@link PageError} with all of `problems`, if there are any. */
export function throwProblems(problems: readonly TreeProblem[]): void {
  const [first, ...rest] = problems;
  if (first) throw new PageError([first, ...rest]);
}

/** One problem as lines of plain text: place, code and message, then reason, remedy and example. */
export function formatProblem(problem: TreeProblem): string {
  const found = problem.found === undefined ? '' : ` (found: ${problem.found})`;
  const lines = [
    `${problem.file}:${problem.line}:${problem.column}: ${problem.code}: ${problem.message}${found}`,
    problem.why,
    problem.remedy,
    problem.example === undefined ? undefined : `For example: ${problem.example}`,
  ];
  return lines.filter((line) => line !== undefined).join('\n  ');
}
