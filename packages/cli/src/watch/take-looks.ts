import type { ListedName } from '@tamizdat/mirrors/addresses';
import type { Blindness, PastCheck, WatchHistory } from '@tamizdat/mirrors/watch';

/** Whence looks are taken. */
export interface Looks {
  history: Pick<WatchHistory, 'list' | 'listBlind'>;
  /** Whether this look can say nothing of a block: then no former one is taken for more either. */
  blind: Blindness | undefined;
  /** Looks from here, not through the proxy: whether an address opens for readers abroad. */
  opensHere: (base: string) => Promise<boolean>;
  /** Milliseconds since 1970. */
  now: number;
}

/** An address with what its past is kept under. */
export interface LookedAt {
  label: string;
  base: string;
  timeline: string;
}

/** Looks that are taken into account: a day of them. */
const PAST_MS = 86_400_000;

/** Gives addresses with the looks at them that can tell a block, of which a block that shows as a host that is gone is told apart from one. */
export function takeLooks(
  { history, blind, opensHere, now }: Looks,
  names: readonly LookedAt[],
  looks: number,
): Promise<ListedName[]> {
  const since = now - PAST_MS;
  const unseeing = new Set(history.listBlind(since));
  return Promise.all(
    names.map(async ({ label, base, timeline }) => {
      if (blind !== undefined) return { label, base, past: [] };
      // Looks that a clock which was ahead dated into the future are none of these.
      const past = history.list(timeline, since).filter(({ at }) => at <= now && !unseeing.has(at));
      const isHidden = isDown(past.slice(-looks)) && (await opensHere(base));
      return { label, base, past: isHidden ? past.map(asBlocked) : past };
    }),
  );
}

/** Whether the last looks found nothing that opens, some of them no host at all. */
const isDown = (past: readonly PastCheck[]): boolean =>
  past.some(({ state }) => state === 'down') &&
  past.every(({ state }) => state !== 'good' && state !== 'stale');

/** A block may show as a name that does not exist. What opens elsewhere at the same time is not down. */
const asBlocked = (look: PastCheck): PastCheck =>
  look.state === 'down' ? { ...look, state: 'blocked' } : look;
