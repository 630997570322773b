import type { InBoth } from '@tamizdat/problem';
import type { Head, ReleaseErrorCode } from '@tamizdat/verify';
import type { ReleaseErrorDetail } from '@tamizdat/verify';

/** Something that is not as signed, or not any more. */
export interface Finding extends ReleaseErrorDetail {
  code: ReleaseErrorCode | 'outside-tree';
}

/** What whoever reads a mirror or a copy found of it. */
export interface Found {
  findings: readonly Finding[];
  /** Why it, or a part of it, could not be reached. */
  unreachable?: InBoth | undefined;
  /** Where one was verified. */
  head?: Head | undefined;
}

/**
 * The verdict on a mirror or a copy, the same for all who read one. Of several the first:
 *
 * - 1 not genuine: something was signed by nobody the reader knows
 * - 4 not reachable, in whole or in part
 * - 3 genuine and not the newest, or nobody can tell: expired, of earlier releases in part, or the clock here is behind
 * - 0 genuine, complete and fresh
 */
export function judgeFound({ findings, unreachable, head }: Found): 0 | 1 | 3 | 4 {
  if (findings.some((finding) => !isOld(finding) && !isOtherPage(finding))) return 1;
  if (unreachable !== undefined || findings.some(isOtherPage)) return 4;
  return findings.length > 0 || (head !== undefined && !isFresh(head)) ? 3 : 0;
}

/** Whether something is signed, and was replaced since. */
export const isOld = ({ code }: Finding): boolean => code === 'stale';

/** Whether something that is no bundle stands in its place (SPEC 10.9): a page of who blocks, or of the host. */
export const isOtherPage = ({ code, at }: { code: string; at?: string | undefined }): boolean =>
  at === 'bundle' && NO_BUNDLE.has(code);

const NO_BUNDLE = new Set(['bad-bundle', 'not-canonical', 'too-large']);

/** Whether a release can be said to be the newest (SPEC 9.12, 9.13). */
export const isFresh = ({ expired, isClockBehind }: Head): boolean =>
  expired.length === 0 && !isClockBehind;
