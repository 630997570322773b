import type { Problem } from '@tamizdat/problem';
import { MAX_PROBLEMS_PER_FILE } from './limits.ts';
import { followTextPosition, shortenFound } from './text-position.ts';

/** A problem whose place is an offset into the file's text (UTF-16 code units). */
export interface Finding extends Omit<Problem, 'severity' | 'file' | 'line' | 'column' | 'length'> {
  offset: number;
  severity?: Problem['severity'];
}

/** Gives the problems that findings in `text` are, in the order of the text, up to the limit for a file. */
export function placeFindings(text: string, file: string, findings: readonly Finding[]): Problem[] {
  const ordered = findings.toSorted((one, other) => one.offset - other.offset);
  const place = followProblems(text, file);
  return ordered.slice(0, MAX_PROBLEMS_PER_FILE).map(place);
}

/** Gives a function that makes findings in `text` problems, for findings in the order of the text. */
export function followProblems(text: string, file: string): (finding: Finding) => Problem {
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
  problem: Omit<Problem, 'severity' | 'file' | 'line' | 'column'>,
): Problem {
  return { severity: 'error', file, line: 1, column: 1, ...problem };
}
