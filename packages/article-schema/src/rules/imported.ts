import type { Problem } from '@tamizdat/problem';

/** What the limits of today say of a text of yesterday: true, worth mending, and no reason to keep it from its readers. */
const COUNTED: ReadonlySet<string> = new Set([
  'lead-image-alt-missing',
  'lead-image-alt-is-caption',
  'lead-image-credit-missing',
  'text-image-alt-missing',
  'text-image-alt-too-short',
  'text-image-alt-too-long',
]);

/** Whether plain data is marked as imported. A mark that is wrong in itself counts too: it is told by itself. */
export const isImported = (data: Readonly<Record<string, unknown>> | undefined): boolean =>
  data?.['imported'] !== undefined;

/** A problem of an imported article: all advice, and what asks for words that nobody can invent, is counted. */
export function countImported(problem: Problem): Problem {
  if (problem.severity === 'error' && !COUNTED.has(problem.code)) return problem;
  return { ...problem, severity: 'warning', counted: true };
}
