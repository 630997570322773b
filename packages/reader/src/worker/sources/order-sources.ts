import type { FollowedList } from '@tamizdat/verify';
import { BAD_MS, FROZEN_MS, GOOD_MS } from '../../limits.ts';

/** What the worker remembers of its sources. Nothing in it is trusted: it decides who is asked first, and no more. */
export interface SourceNotes {
  /** The source that worked last, and when. */
  good?: { base: string; at: number };
  /** When a source failed. */
  bad: Record<string, number>;
  /** Bases that the reader added. */
  added: string[];
  /** Bases of the list in use, in an order of this reader's own. */
  listed: string[];
  /** The list in use (SPEC 9.15). */
  list?: FollowedList;
  isMirrorFirst: boolean;
  /** When an answer froze that had begun. */
  frozen?: number;
}

/** Whether a moment is no longer ago than that, and not ahead of the clock. All in milliseconds. */
export const isRecent = (at: number, within: number, now: number): boolean =>
  at <= now && now - at < within;

/** Whether connections froze lately, so that large files are to come in pieces. */
export const isFrozen = ({ frozen }: SourceNotes, now: number): boolean =>
  isRecent(frozen ?? 0, FROZEN_MS, now);

/**
 * Puts the sources into the order in which they are asked: the one that worked last, the reader's own address, what
 * the reader added, the rest, and last those that failed just now.
 * @param scope The base address that the worker stands at.
 * @param origin The outlet's own base address, from the release.
 * @param placeOf A base's place among those that were asked lately: where connections freeze, the one that has rested
 *   longest comes first.
 */
export function orderSources(
  scope: string,
  origin: string | undefined,
  notes: SourceNotes,
  now: number,
  placeOf: (base: string) => number,
): string[] {
  const { good, bad, added, listed, isMirrorFirst } = notes;
  const last = good && isRecent(good.at, GOOD_MS, now) ? [good.base] : [];
  const mirrors = [...added, ...listed];
  const own = [scope, ...(origin ? [origin] : [])];
  const order = [
    ...new Set([
      ...last.filter((base) => !isMirrorFirst || !own.includes(base)),
      ...(isMirrorFirst ? [...mirrors, ...own] : [scope, ...mirrors, ...own]),
    ]),
  ];
  if (isFrozen(notes, now)) order.sort((one, other) => placeOf(one) - placeOf(other));
  const failed = (base: string) => isRecent(bad[base] ?? 0, BAD_MS, now);
  return [...order.filter((base) => !failed(base)), ...order.filter(failed)];
}
