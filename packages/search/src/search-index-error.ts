/** One thing that keeps an index from being built. */
export interface SearchProblem {
  /** Permanent name, kebab-case, for example `search-address-twice`. */
  code: string;
  /** The document's path in the tree; absent where no single document is meant. */
  address?: string;
  message: string;
  remedy: string;
}

/** The index was not built. Carries every problem found; its message is fit to be printed, without a stack. */
export class SearchIndexError extends Error {
  readonly problems: readonly SearchProblem[];

  constructor(problems: readonly SearchProblem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'SearchIndexError';
    this.problems = problems;
  }
}

function describeProblem({ code, address, message, remedy }: SearchProblem): string {
  const place = address === undefined ? '' : `${address}: `;
  return `${place}${message} [${code}]\n  ${remedy}`;
}
