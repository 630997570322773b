import type { ListedName } from '@tamizdat/mirrors/addresses';
import type { Blindness, PastCheck, WatchHistory } from '@tamizdat/mirrors/watch';

/** Whence looks are taken. */
export interface Looks {
  history: Pick<WatchHistory, 'list' | 'listBlind' | 'listHere'>;
  /** Whether this look can say nothing of a block: then no former one is taken for more either. */
  blind: Blindness | undefined;
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

/**
 * Gives addresses with the looks at them that can tell a block.
 * @param isCompared Whether a block is told from a server that is down by what was seen from this machine.
 */
export function takeLooks(
  { history, blind, now }: Looks,
  names: readonly LookedAt[],
  isCompared = true,
): ListedName[] {
  const since = now - PAST_MS;
  const unseeing = new Set(history.listBlind(since));
  return names.map(({ label, base, timeline }) => {
    if (blind !== undefined) return { label, base, past: [] };
    // Looks that a clock which was ahead dated into the future are none of these.
    const past = history.list(timeline, since).filter(({ at }) => at <= now && !unseeing.has(at));
    const here = isCompared ? history.listHere(timeline, since) : new Map<number, boolean>();
    return { label, base, past: past.map((look) => compare(look, here.get(look.at))) };
  });
}

/**
 * A block may show as a name that does not exist, so that what opens here is not down. What does not open here either is not
 * blocked, whatever it looks like from inside: its server is down, or shows everybody something else.
 */
function compare(look: PastCheck, opensHere: boolean | undefined): PastCheck {
  const { state } = look;
  if (opensHere === undefined || state === 'good' || state === 'stale') return look;
  if (!opensHere) return { ...look, state: 'down' };
  return state === 'down' ? { ...look, state: 'blocked' } : look;
}
