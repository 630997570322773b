import { MAX_PROBLEMS_PER_FILE } from './limits.ts';
import { followTextPosition, shortenFound } from './text-position.ts';
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
  const ordered = findings.toSorted((one, other) => one.offset - other.offset);
  const place = followProblems(text, file);
  return ordered.slice(0, MAX_PROBLEMS_PER_FILE).map(place);
}

/** Gives a function that makes findings in `text` problems, for findings in the order of the text. */
export function followProblems(text: string, file: string): (finding: Finding) => TreeProblem {
  const findPosition = followTextPosition(text);
  return ({ offset, found, ...rest }) => ({
    severity: 'error',
    ...rest,
    ...(found === undefined ? {} : { found: shortenFound(found) }),
    file,
    ...findPosition(offset),
  });
}

/** A problem of a file as a whole. */
export function findWholeFile(
  file: string,
  problem: Omit<TreeProblem, 'severity' | 'file' | 'line' | 'column'>,
): TreeProblem {
  return { severity: 'error', file, line: 1, column: 1, ...problem };
}
