import { ErrorInBoth, type InBoth } from '@tamizdat/problem';

/** One thing that keeps an index from being built. */
export interface SearchProblem {
  /** Permanent name, kebab-case, for example `search-address-twice`. */
  code: string;
  /** The document's path in the tree; absent where no single document is meant. */
  address?: string;
  message: InBoth;
  remedy: InBoth;
}

/** The index was not built. Carries every problem found; its message is fit to be printed, without a stack. */
export class SearchIndexError extends ErrorInBoth {
  override name = 'SearchIndexError';
  readonly problems: readonly SearchProblem[];

  constructor(problems: readonly SearchProblem[]) {
    super({ en: describe(problems, 'en'), ru: describe(problems, 'ru') });
    this.problems = problems;
  }
}

function describe(problems: readonly SearchProblem[], language: keyof InBoth): string {
  const lines = problems.map(({ code, address, message, remedy }) => {
    const place = address === undefined ? '' : `${address}: `;
    return `${place}${message[language]} [${code}]\n  ${remedy[language]}`;
  });
  return lines.join('\n');
}
