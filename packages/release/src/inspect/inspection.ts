import { type InBoth, saidBy } from '@tamizdat/problem';
import { type Head, ReleaseError } from '@tamizdat/verify';
import type { Known } from './fetch-head.ts';
import type { Source, SourceError } from './source.ts';
import { type Finding, judgeFound } from './verdict.ts';

/** How much of a release is looked at. */
export type Scope =
  | { kind: 'all' }
  /** So many files, chosen by `random` (numbers from 0 to below 1). */
  | { kind: 'sample'; count: number; random: () => number }
  | { kind: 'page'; path: string };

export interface InspectOptions {
  known: Known;
  /** Milliseconds since 1970. */
  now: number;
  scope: Scope;
  /** Whether files of a folder that the release does not name are faults. */
  strict?: boolean;
}

/** Answers by which nothing was learned, of one kind. */
export interface Lost {
  /** As of an HttpFault; `unreadable` on a disk. */
  code: string;
  /** Of HTTP, where there was an answer. */
  status?: number;
  /** Files that were asked for. */
  count: number;
}

/** What was found, with the exit code of `tamizdat verify`. */
export interface Inspection {
  /**
   * As {@link judgeFound} says; 5 consistent, but nobody has said who the publisher is. The first that holds of 1, 4, 5,
   * 3.
   */
  exit: 0 | 1 | 3 | 4 | 5;
  findings: Finding[];
  /** Files of a folder that the release does not name, and those in `release/` that no release has there. */
  outside: string[];
  /** Files whose bytes were judged. */
  files: number;
  head?: Head;
  /** Of the source's first root, where the publisher was unknown or known by it. */
  fingerprint?: string;
  /** Why the source, or the first file that did not come, could not be reached. */
  unreachable?: InBoth;
  /** Files that did not come, so that nothing can be said of them. */
  lost: number;
  /** Why they did not come. */
  faults: Lost[];
  spent: Source['spent'];
}

/** By place, then by code: files are judged side by side, and found in any order. */
export function compareFindings(one: Finding, other: Finding): number {
  const [first, second] = [one, other].map(({ at = '', code }) => `${at}\n${code}`);
  if (first === second) return 0;
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

/** The exit code of what was found. */
export function chooseExit(inspection: Inspection, known: Known): Inspection['exit'] {
  const exit = judgeFound(inspection);
  return known === undefined && (exit === 0 || exit === 3) ? 5 : exit;
}

/** Counts a file that did not come. */
export function noteLost(inspection: Inspection, error: SourceError): void {
  inspection.unreachable ??= saidBy(error);
  const { fault } = error;
  const { code = 'unreadable', status } = fault ?? {};
  const same = inspection.faults.find((lost) => lost.code === code && lost.status === status);
  if (same) same.count++;
  else inspection.faults.push({ code, ...(status === undefined ? {} : { status }), count: 1 });
}

/**
 * What is wrong, from what verification threw.
 * @throws what is no fault of the release
 */
export function toFinding(error: unknown): Finding {
  if (error instanceof ReleaseError) return { code: error.code, ...error.detail };
  throw error;
}
