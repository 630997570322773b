import type { State } from '../watch/judge-mirror.ts';

/** When a name counts as dead. */
export interface DeathRules {
  /** Looks in a row that must find a name dead. */
  looks: number;
  /** Minutes that these looks must span. */
  minutes: number;
}

/** A look at a name, as its readers would have met it. */
export interface PastLook {
  /** Milliseconds since 1970. */
  at: number;
  state: State;
}

/** A name that readers find in the list now, with the looks at it, oldest first. */
export interface ListedName {
  label: string;
  base: string;
  past: readonly PastLook[];
}

/** A name that readers cannot open, and what was found of it last. */
export interface DeadName {
  label: string;
  state: State;
}

/** A name that opens is not dead, and one that is old is mended otherwise. A host that is down says nothing of a block. */
const DEAD: ReadonlySet<State> = new Set(['blocked', 'frozen', 'lying']);

/** Whether a look found what a block shows as. */
export const isDeadLook = ({ state }: Pick<PastLook, 'state'>): boolean => DEAD.has(state);

/** Finds the names that are dead: several looks in a row say so, over some time, since one look may have met a stumbling network. */
export const findDead = (names: readonly ListedName[], rules: DeathRules): DeadName[] =>
  names.flatMap((name) => judgeDead(name, rules));

function judgeDead({ label, past }: ListedName, { looks, minutes }: DeathRules): DeadName[] {
  // All that found it dead since it opened last: where one looks often, the fewest that must would never span the time.
  const row = past.slice(past.findLastIndex((look) => !isDeadLook(look)) + 1);
  const [first, newest] = [row[0], row.at(-1)];
  if (first === undefined || newest === undefined || row.length < looks) return [];
  return newest.at - first.at >= minutes * 60_000 ? [{ label, state: newest.state }] : [];
}
