import { type State, STATES } from './judge-mirror.ts';
import type { PastCheck } from './watch-history.ts';

/** A part of a timeline: the worst that was seen in it. */
export interface TimelineCell {
  /** Milliseconds since 1970. */
  from: number;
  /** Undefined where nobody looked. */
  state: State | undefined;
}

/** Milliseconds of a cell, and how many there are: two weeks. */
export const CELL_MS = 6 * 3_600_000;
export const CELLS = 56;

/** When a timeline that ends at a moment begins. */
export function beginOf(now: number): number {
  return (Math.floor(now / CELL_MS) - CELLS + 1) * CELL_MS;
}

/** Parts the past in equal cells, each with the worst state that was seen in it. */
export function buildTimeline(past: readonly PastCheck[], now: number): TimelineCell[] {
  const begin = beginOf(now);
  const cells = Array.from({ length: CELLS }, (_, at): TimelineCell => ({
    from: begin + at * CELL_MS,
    state: undefined,
  }));
  for (const { at, state } of past) {
    const cell = cells[Math.floor((at - begin) / CELL_MS)];
    if (
      cell &&
      STATES.indexOf(state) > (cell.state === undefined ? -1 : STATES.indexOf(cell.state))
    )
      cell.state = state;
  }
  return cells;
}

/** How much of the checks found the mirror good, in whole per cent; undefined without checks. */
export function shareGood(past: readonly PastCheck[]): number | undefined {
  if (past.length === 0) return undefined;
  const good = past.filter(({ state }) => state === 'good').length;
  return Math.floor((good * 100) / past.length);
}
