import type { Problem } from '@tamizdat/problem';

/** What is said of every build, whether or not it has to load anything. */
export const READING = 'Reading the content';

/** Problems of content without errors that are told of, each: the others are told of in numbers elsewhere. */
export const countWarnings = (problems: readonly Pick<Problem, 'counted'>[]): number =>
  problems.filter(({ counted }) => !counted).length;

/** @param count Warnings of the content. */
export const tellWarnings = (count: number): string[] =>
  count > 0 ? [`Warnings: ${count}; "tamizdat check" lists them`] : [];

/** @param clock RFC 3339. */
export const nothingChanged = (clock: string): string =>
  `Nothing changed since the last build, as of ${clock}`;
