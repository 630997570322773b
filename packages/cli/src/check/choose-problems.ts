import type { Problem } from '@tamizdat/problem';

/** What of the problems is asked for. */
export interface Choice {
  /** Errors alone. */
  errors: boolean;
  /** Codes; all where there is none. */
  rules: ReadonlySet<string>;
  /** What is counted in imported articles, instead of everything else. */
  imported: boolean;
  /** How many of them; all where absent. */
  limit?: number | undefined;
}

/** How many there are, whatever is told of them. */
export interface Counts {
  errors: number;
  warnings: number;
  inFiles: number;
}

export interface Chosen {
  problems: Problem[];
  /** Of all that were asked for. */
  counts: Counts;
  /** How many of these go beyond the limit. */
  left: number;
  /** Things that imported articles lack, where they are not asked for. */
  counted: number;
}

/**
 * What a check tells of what it found. Where not all fits, errors go first, in their files' order; of imported articles what
 * readers lack most, in the newest ones first. Pure.
 */
export function chooseProblems(found: readonly Problem[], choice: Choice): Chosen {
  const { errors, rules, imported, limit = Infinity } = choice;
  const isCounted = ({ counted }: Problem) => counted === true;
  const asked = found
    .filter((problem) => isCounted(problem) === imported)
    .filter(({ severity }) => !errors || severity === 'error')
    .filter(({ code }) => rules.size === 0 || rules.has(code));
  const ordered = imported
    ? asked.toSorted(worthMostFirst)
    : asked.length > limit
      ? asked.toSorted((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'))
      : asked;
  return {
    problems: ordered.slice(0, limit),
    counts: countProblems(asked),
    left: Math.max(0, asked.length - limit),
    counted: imported ? 0 : found.filter(isCounted).length,
  };
}

/** Counts errors, warnings and the files that have any. */
export function countProblems(problems: readonly Pick<Problem, 'severity' | 'file'>[]): Counts {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const inFiles = new Set(problems.map(({ file }) => file)).size;
  return { errors, warnings: problems.length - errors, inFiles };
}

/** What keeps readers from something comes before what is only not as it is done today. */
const WORTH = [
  /^(?:lead-image|text-image)-alt-missing$/,
  /-alt-/,
  /^lead-image-credit-missing$/,
  /^title-|^standfirst-/,
  /^(?!style-)/,
];

function worthMostFirst(a: Problem, b: Problem): number {
  return rankOf(a) - rankOf(b) || (a.file < b.file ? 1 : a.file > b.file ? -1 : a.line - b.line);
}

function rankOf({ code }: Problem): number {
  const rank = WORTH.findIndex((form) => form.test(code));
  return rank === -1 ? WORTH.length : rank;
}
