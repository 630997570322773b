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

/** What came of a renewal: neither where none was asked for, or nothing can be said. */
export interface Outcome {
  renewed?: Renewed | undefined;
  /** What went wrong, in words; it was told. */
  failure?: string | undefined;
}

/**
 * Renews the list after a look where that was asked for. Nothing is given up by a clock that is behind: it would take
 * every signature for one of the future. What goes wrong is told, and the look counts all the same: the next one tries again.
 */
export async function renewAfter(
  { checks, newest, blind }: Watch,
  { renew, keys, content, 'dry-run': dryRun }: Options,
  probing: Omit<ProbeOptions, 'others'>,
  history: WatchHistory,
): Promise<Outcome> {
  if (renew === undefined || keys === undefined) return {};
  if (checks.some(({ seen }) => seen.release?.isClockBehind)) return {};
  const { proxy, now } = probing;
  const renewing = {
    tree: path.resolve(renew),
    keys: path.resolve(keys),
    // Mirrors are asked for the newest release from here: through the vantage point they may be blocked.
    ...{ content, now, dryRun, history, blind, proxy: undefined },
    opensHere: async (base: string) => {
      if (proxy === undefined) return false;
      const seen = await probeMirror(base, { ...probing, proxy: undefined, others: [base] });
      const { state } = judgeMirror(seen, { number: newest });
      return state === 'good' || state === 'stale';
    },
  };
  try {
    return { renewed: await renewNames(renewing) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return { failure: error.message };
  }
}
