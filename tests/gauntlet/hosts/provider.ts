import { CROWD, CROWD_SILENCE_MS, CROWD_WINDOW_MS } from '../limits.ts';

/** What stands between a reader and all hosts, and is told of every connection. */
export interface Provider {
  /** Told of a connection at a moment (milliseconds); says whether it, and all that stand, are let through. */
  admits(at: number): boolean;
}

export const INDIFFERENT: Provider = { admits: () => true };

/** Goes silent for a minute after the twelfth connection within ten seconds, whichever hosts they lead to. */
export function countCrowd(): Provider {
  const accepted: number[] = [];
  let silentUntil = -Infinity;
  return {
    admits(at) {
      accepted.push(at);
      const recent = accepted.filter((time) => at - time < CROWD_WINDOW_MS).length;
      if (recent > CROWD) silentUntil = Math.max(silentUntil, at + CROWD_SILENCE_MS);
      return at >= silentUntil;
    },
  };
}
