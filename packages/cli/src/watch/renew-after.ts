import path from 'node:path';
import {
  judgeMirror,
  probeMirror,
  type ProbeOptions,
  type Watch,
  type WatchHistory,
} from '@tamizdat/mirrors/watch';
import { saidBy } from '@tamizdat/problem';
import { say } from '../language/say.ts';
import type { Options } from './arguments.ts';
import { judgeClock, ownExpiry, toldClock } from './judge-clock.ts';
import type { Renewed } from './describe-renewal.ts';
import { renewNames } from './renew.ts';

/** What came of a renewal: neither where none was asked for. */
export interface Outcome {
  renewed?: Renewed | undefined;
  /** What went wrong, in words; it was told. */
  failure?: string | undefined;
  /** Whether that is this machine’s clock: the look tells as much by its own exit code. */
  isClockWrong?: boolean;
}

/**
 * Renews the list after a look where that was asked for. Nothing is given up or signed by a clock that is wrong. What goes wrong is told, and the look counts all the same: the next one tries again.
 */
export async function renewAfter(
  { checks, newest, blind }: Watch,
  { renew, keys, content, 'dry-run': dryRun }: Options,
  probing: Omit<ProbeOptions, 'others'>,
  history: WatchHistory,
): Promise<Outcome> {
  if (renew === undefined || keys === undefined) return {};
  const { proxy, now } = probing;
  const clock = judgeClock(checks, ownExpiry(content), now);
  if (clock !== undefined) return { ...fail(say(toldClock[clock])), isClockWrong: true };
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
    return fail(say(saidBy(error)));
  }
}

function fail(failure: string): Outcome {
  process.stderr.write(`${failure}\n`);
  return { failure };
}
