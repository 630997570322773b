import { createHash } from 'node:crypto';
import { mapBounded } from '@tamizdat/files';
import type { MirrorList } from '@tamizdat/verify';
import { TIMELINE_TAG_DIGITS, WATCHED_AT_ONCE, WITNESSES_MAX } from '../limits.ts';
import { groupByDomain } from './group-by-domain.ts';
import { answersEveryName } from './look-up-names.ts';
import { judgeMirror, type State } from './judge-mirror.ts';
import { type Blindness, isOpen, judgeVantage, opensAny } from './judge-vantage.ts';
import type { Observation } from './observation.ts';
import { probeMirror, type ProbeOptions } from './probe-mirror.ts';
import type { Check, WatchHistory } from './watch-history.ts';

/** A mirror that is watched. */
export interface WatchedMirror {
  /** What it is called in all that is written. */
  name: string;
  base: string;
  /** The pattern that its address is one name of, if it is. */
  wildcard?: string;
  /** Whether its address must not be told. */
  isReserve: boolean;
}

/** A mirror whose state is another than when it was last looked at. */
export interface StateChange {
  check: Check;
  former: State | undefined;
}

export interface Watch {
  checks: Check[];
  changes: StateChange[];
  /** The newest release that any mirror serves or was seen to serve; 0 where there was none. */
  newest: number;
  /** Whether names that cannot exist have an answer from here, so that what is said of hosts may be about another one. */
  answersEveryName: boolean;
  /** Why what was found says nothing of a block, where it does not. */
  blind?: Blindness | undefined;
}

/**
 * Under what a mirror's past is kept. Reserve mirrors are called by their places in a list, and move up when one is
 * announced: theirs is kept under a tag of the address, too short to find the address by.
 */
export function timelineOf({ name, base, isReserve }: WatchedMirror): string {
  if (!isReserve) return name;
  const hash = createHash('sha256').update(base).digest('hex');
  return `reserve:${hash.slice(0, TIMELINE_TAG_DIGITS)}`;
}

/** How mirrors are looked at. */
export interface WatchOptions extends Omit<ProbeOptions, 'others'> {
  /** Addresses that are known to open where was looked from: they tell a block from a network that fails. */
  controls?: readonly string[] | undefined;
}

/** Looks at all mirrors once, judges them against each other and against the past, and writes it down. */
export async function watchMirrors(
  mirrors: readonly WatchedMirror[],
  options: WatchOptions,
  history: WatchHistory,
): Promise<Watch> {
  const bases = mirrors.map(({ base }) => base);
  const seen = new Map<WatchedMirror, Observation>();
  const follow = (list: MirrorList) => history.follow(list).mirrors;
  await mapBounded(groupByDomain(mirrors), WATCHED_AT_ONCE, async (group) => {
    for (const mirror of group) {
      const { base, wildcard } = mirror;
      const found = await probeMirror(base, { ...options, wildcard, others: bases, follow });
      seen.set(mirror, mirror.isReserve ? withoutPlaces(found) : found);
    }
  });
  const numbers = [...seen.values()].map(({ release }) => release?.number ?? 0);
  history.newest = Math.max(0, ...numbers);
  const { newest } = history;
  const isFooled = await answersEveryName(options);
  const checks = [...seen].map(([mirror, observation]) => ({
    mirror: mirror.name,
    timeline: timelineOf(mirror),
    at: options.now,
    seen: observation,
    ...judgeMirror(observation, { number: newest }),
  }));
  const blind = await judgeVantage(
    checks.map(({ state }) => state),
    isFooled,
    () => opensAny([...(options.controls ?? []), ...listWitnesses(mirrors, checks)], options),
  );
  const order = new Map(mirrors.map(({ name }, at) => [name, at]));
  checks.sort((one, other) => (order.get(one.mirror) ?? 0) - (order.get(other.mirror) ?? 0));
  const changes = listChanges(checks, history);
  history.add(checks, options.now);
  if (blind !== undefined) history.noteBlind(options.now);
  return { checks, changes, newest, answersEveryName: isFooled, blind };
}

/** Addresses that opened at this look, of a domain each: they tell whether anything opens at its end. */
function listWitnesses(mirrors: readonly WatchedMirror[], checks: readonly Check[]): string[] {
  const open = new Set(checks.filter(isOpen).map(({ mirror }) => mirror));
  const opened = mirrors.filter(({ name }) => open.has(name));
  return groupByDomain(opened)
    .flatMap(([first]) => (first === undefined ? [] : [first.base]))
    .slice(0, WITNESSES_MAX);
}

/** Where a reserve mirror leads to, or who its certificate names, would give its address away. */
function withoutPlaces(seen: Observation): Observation {
  const { first } = seen;
  return first === undefined ? seen : { ...seen, first: { ...first, location: undefined } };
}

function listChanges(checks: readonly Check[], history: WatchHistory): StateChange[] {
  return checks
    .map((check) => ({ check, former: history.lastState(check.timeline) }))
    .filter(({ check, former }) => check.state !== former);
}
