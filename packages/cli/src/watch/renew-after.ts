import path from 'node:path';
import {
  judgeMirror,
  probeMirror,
  type ProbeOptions,
  type Watch,
  type WatchHistory,
} from '@tamizdat/mirrors/watch';
import type { Options } from './arguments.ts';
import type { Renewed } from './describe-renewal.ts';
import { renewNames } from './renew.ts';

/**
 * Renews the list after a look where that was asked for. Nothing is given up by a clock that is behind: it would take
 * every signature for one of the future.
 * @returns undefined where nothing was asked for, or nothing can be said
 */
export async function renewAfter(
  { checks, newest }: Watch,
  { renew, keys, content, 'dry-run': dryRun }: Options,
  probing: Omit<ProbeOptions, 'others'>,
  history: WatchHistory,
): Promise<Renewed | undefined> {
  if (renew === undefined || keys === undefined) return undefined;
  if (checks.some(({ seen }) => seen.release?.isClockBehind)) return undefined;
  const { proxy, now } = probing;
  return renewNames({
    tree: path.resolve(renew),
    keys: path.resolve(keys),
    // Mirrors are asked for the newest release from here: through the vantage point they may be blocked.
    ...{ content, now, dryRun, history, proxy: undefined },
    opensHere: async (base) => {
      if (proxy === undefined) return false;
      const seen = await probeMirror(base, { ...probing, proxy: undefined, others: [base] });
      const { state } = judgeMirror(seen, { number: newest });
      return state === 'good' || state === 'stale';
    },
  });
}
