import path from 'node:path';
import {
  lookFromHere,
  type Watch,
  type WatchedMirror,
  type WatchHistory,
  type WatchOptions,
} from '@tamizdat/mirrors/watch';
import { saidBy } from '@tamizdat/problem';
import { say } from '../language/say.ts';
import type { Options } from './arguments.ts';
import { judgeClock, ownExpiry, sawFuture, toldClock } from './judge-clock.ts';
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
  watch: Watch,
  { renew, keys, content, 'dry-run': dryRun }: Options,
  { mirrors, ...options }: WatchOptions & { mirrors: readonly WatchedMirror[] },
  history: WatchHistory,
): Promise<Outcome> {
  if (renew === undefined || keys === undefined) return {};
  const { checks, blind } = watch;
  const { now } = options;
  try {
    const here = blind === undefined ? await lookFromHere(watch, mirrors, options, history) : [];
    // Where every mirror is blocked only what is seen from here can tell that the clock is wrong.
    const clock = judgeClock(
      [...checks, ...here],
      ownExpiry(content),
      now,
      sawFuture(history, checks, now),
    );
    if (clock !== undefined) return { ...fail(say(toldClock[clock])), isClockWrong: true };
    // Mirrors are asked for the newest release from here: through the vantage point they may be blocked.
    const place = {
      tree: path.resolve(renew),
      keys: path.resolve(keys),
      content,
      proxy: undefined,
    };
    return { renewed: await renewNames({ ...place, now, dryRun, history, blind }) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fail(say(saidBy(error)));
  }
}

function fail(failure: string): Outcome {
  process.stderr.write(`${failure}\n`);
  return { failure };
}
