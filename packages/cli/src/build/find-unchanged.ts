import { existsSync } from 'node:fs';
import { type ContentWalk, isUnchanged } from '@tamizdat/archive/unchanged';
import { isStamped } from '@tamizdat/tree/stamps';
import { contentOf, type MadeOf, resolveFolder } from '../stale/made-of.ts';
import type { BuildOptions } from './build-options.ts';
import { loadRecord } from './build-record.ts';
import { KEPT } from './kept-parts.ts';
import type { Seen } from './seen.ts';

/** What a build would say that looked at everything and found nothing to do. */
export interface Unchanged {
  /** RFC 3339 in UTC. */
  clock: string;
  warnings: number;
}

/**
 * Tells from stamps alone that a build would change nothing: the tree, the kit and every file of the content are as the last build
 * left or read them, and no edge of the clock was passed since. Believes what a whole build believes, and says nothing.
 * @param kit What `digestKit` gives.
 * @param tellWalk Is told what the content holds, where that was listed.
 * @returns undefined where something may have changed, or nothing is known
 */
export function findUnchanged(
  options: BuildOptions,
  kit: string,
  tellWalk?: (walk: ContentWalk) => void,
): Unchanged | undefined {
  const { content, out, state, now, preview } = options;
  if (!existsSync(out) || !existsSync(content)) return undefined;
  const last = loadRecord(out, state);
  if (last?.seen === undefined || last.content === undefined) return undefined;
  // The tree comes last: it has most files, and the content is what changes.
  const isSame =
    last.preview === preview &&
    contentOf(last.content, state) === resolveFolder(content) &&
    isSameClock(last.seen, last.content, now) &&
    last.seen.kit === kit &&
    isUnchanged(content, last.content.files, tellWalk) &&
    isStamped(out, last.files, KEPT);
  return isSame ? { clock: last.clock, warnings: last.seen.warnings } : undefined;
}

/** The first edge to come is of the same content. Back in time nothing is known of edges. */
function isSameClock({ now: before }: Seen, { until }: MadeOf, now: string): boolean {
  const at = Date.parse(now);
  return at >= Date.parse(before) && (until === undefined || at < Date.parse(until));
}
