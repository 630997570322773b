import { MAX_PROBLEMS_PER_FILE } from './limits.ts';
import { findTextPosition, shortenFound } from './text-position.ts';
import type { TreeProblem } from './tree-problem.ts';

/** A problem whose place is an offset into the file's text (UTF-16 code units). */
export interface Finding {
  code: string;
  offset: number;
  severity?: TreeProblem['severity'];
  field?: string;
  found?: string;
  message: string;
  why?: string;
  remedy: string;
  example?: string;
}

/** Gives the problems that findings in `text` are, in the order of the text, up to the limit for a file. */
export function placeFindings(
  text: string,
  file: string,
  findings: readonly Finding[],
): TreeProblem[] {
  return findings
    .toSorted((one, other) => one.offset - other.offset)
    .slice(0, MAX_PROBLEMS_PER_FILE)
    .map(({ offset, found, ...rest }) => ({
      severity: 'error' as const,
      ...rest,
      ...(found === undefined ? {} : { found: shortenFound(found) }),
      file,
      ...findTextPosition(text, offset),
    }));
}

/** A problem of a file as a whole. */
export function findWholeFile(
  file: string,
  problem: Omit<TreeProblem, 'severity' | 'file' | 'line' | 'column'>,
): TreeProblem {
  return { severity: 'error', file, line: 1, column: 1, ...problem };
}
