import { baseOfName, basesOf, labelUnder, type Renewal } from '@tamizdat/article-schema';
import {
  type AddressBook,
  burnName,
  type DeadName,
  domainOf,
  findDead,
  type GivenName,
  isDeadLook,
  planRenewal,
  readyIn,
  type RenewalPlan,
} from '@tamizdat/mirrors/addresses';
import { timelineOf } from '@tamizdat/mirrors/watch';
import { isCovered } from '../address/judge-domain.ts';
import { LISTED } from '../address/channel-argument.ts';
import type { MirrorList } from '../mirrors/mirror-list.ts';
import { listShown } from '../mirrors/renew-list.ts';
import { loadReserve } from '../reserve/load-reserve.ts';
import { listChannelNames } from './channel-names.ts';
import { countInDay, type Shown } from './shown-note.ts';
import { type LookedAt, type Looks, takeLooks } from './take-looks.ts';

/** A channel other than the list of which names are given up. */
export interface HurtChannel {
  channel: string;
  burned: DeadName[];
  /** Names that are in reserve there. */
  ready: number;
}

/** What is to be done, and what no rule can do. */
export interface Decision {
  plan: RenewalPlan;
  /** Names that are given up and that the book does not hold yet: somebody wrote them into the list. */
  byHand: GivenName[];
  channels: HurtChannel[];
  /** Announced addresses that are dead, and whose names are not the book’s, by what `watch` calls them. */
  stuck: DeadName[];
  /** What opens neither through the proxy nor from this machine, by what `watch` calls it. */
  servers: DeadName[];
  /** Mirrors whose feeds lead to a name that is given up. */
  feeds: string[];
  /** Names that were given up, or shown, before, and of which the book does not know it: it is an older copy. */
  spent: string[];
  /** How many names of the book lie under no mirror that the outlet names, nor ever did: none of them is shown. */
  foreign: number;
}

/** Decides what becomes of all names that readers have. */
export function decideRenewal(
  list: MirrorList,
  former: AddressBook,
  { looks, rules, known: before }: { looks: Looks; rules: Renewal; known: Shown },
): Decision {
  const channels = findHurt(former, looks, rules);
  const book = burnAll(
    former,
    channels.flatMap(({ burned }) => burned),
    looks.now,
  );
  const shown = listShown(
    list.mirrors,
    book.names.filter(({ channel }) => channel === LISTED),
  );
  const own = shown.map(({ name: { label, base }, watched }) => ({
    ...{ label, base, timeline: watched },
  }));
  const written = listByHand(list, book);
  own.push(...written);
  const listed = takeLooks(looks, own);
  const known = [...list.mirrors, ...loadReserve()];
  const isForeign = (name: GivenName): boolean =>
    name.channel === LISTED && name.burned === undefined && !isCovered(name, known);
  const strange = book.names.filter(isForeign);
  const spent = listSpent(list, book, new Set(own.map(({ label }) => label)), {
    ...{ looks, before },
  });
  const names = book.names.filter((name) => !strange.includes(name) && !spent.includes(name.label));
  const others = listOthers(list, new Set(own.map(({ base }) => base)));
  // A list of fewer than half as many is held back (SPEC 9.15), and so is one that shrank in steps since yesterday.
  const least = Math.ceil(countInDay(before, looks.now) / 2) - others.length;
  const plan = planRenewal({ ...book, names }, LISTED, { rules, listed, now: looks.now, least });
  const stuck = findDead(takeLooks(looks, others), rules);
  const burned = new Set(plan.burned.map(({ label }) => label));
  const byHand = written
    .filter(({ label }) => burned.has(label))
    .map(({ label, base }) => ({ label, base, channel: LISTED, made: looks.now }));
  const feeds = listDeadFeeds(list, burnAll(book, plan.burned, looks.now));
  const called = [...own, ...others].map((one) => ({ ...one, label: one.timeline }));
  const servers = listServers([...called, ...lookedAtOf(listChannelNames(former))], looks, rules);
  // Of a mirror that was retired names are left over, and nobody altered the book.
  const retired = new Set([...before.bases.keys()].map(domainOf));
  const foreign = strange.filter(({ base }) => !retired.has(domainOf(base))).length;
  return { plan, byHand, channels, stuck, feeds, servers, spent, foreign };
}

/**
 * Names that the list shows no longer and the book does not know as given up, so that it is a copy from before: they were
 * noted as given up, or looks found them dead; or they are ready in it, and the list held them.
 */
function listSpent(
  { mirrors }: MirrorList,
  book: AddressBook,
  shown: ReadonlySet<string>,
  { looks: { history }, before }: { looks: Looks; before: Shown },
): string[] {
  const unseeing = new Set(history.listBlind(0));
  const listLooks = ({ label, base }: GivenName) => {
    const mirror = mirrors.find(
      ({ wildcard }) => wildcard !== undefined && labelUnder(wildcard, base) === label,
    );
    const timeline = mirror === undefined ? label : `${mirror.name}/${label}`;
    return history.list(timeline, 0).filter(({ at }) => !unseeing.has(at));
  };
  const isSpent = (name: GivenName): boolean => {
    const noted = before.bases.get(name.base);
    if (noted?.isBurned === true) return true;
    // One that is out may stand in a list that was never signed, or was put back: it is owed, unless it was seen dead last.
    if (name.out !== undefined) return listLooks(name).slice(-1).some(isDeadLook);
    return noted !== undefined || listLooks(name).some(isDeadLook);
  };
  return book.names
    .filter((name) => name.channel === LISTED && name.burned === undefined)
    .filter((name) => !shown.has(name.label) && isSpent(name))
    .map(({ label }) => label);
}

/** What would be dead if it opened from this machine: that is the server’s fault, and another name would show the same. */
function listServers(names: readonly LookedAt[], looks: Looks, rules: Renewal): DeadName[] {
  const dead = new Set(findDead(takeLooks(looks, names), rules).map(({ label }) => label));
  const seeming = findDead(takeLooks(looks, names, false), rules);
  return seeming.filter(({ label }) => !dead.has(label));
}

/** Where a host cannot put in the name it was asked under, one name stands in the feeds of everybody. */
function listDeadFeeds({ mirrors }: MirrorList, { names }: AddressBook): string[] {
  const burned = new Set(names.flatMap((one) => (one.burned === undefined ? [] : [one.base])));
  return mirrors.flatMap(({ name, wildcard, feeds }) =>
    wildcard !== undefined && feeds !== undefined && burned.has(baseOfName(wildcard, feeds))
      ? [name]
      : [],
  );
}

/** Notes names as given up for what was found of them. */
export const burnAll = (book: AddressBook, dead: readonly DeadName[], now: number): AddressBook =>
  dead.reduce((left, { label, state }) => burnName(left, label, { now, why: state }), book);

function findHurt(book: AddressBook, looks: Looks, rules: Renewal): HurtChannel[] {
  const names = listChannelNames(book);
  const found = findDead(takeLooks(looks, lookedAtOf(names)), rules);
  const stateOf = new Map(found.map(({ label, state }) => [label, state]));
  const dead = names.flatMap(({ name: { label }, watched }) => {
    const state = stateOf.get(watched.name);
    return state === undefined ? [] : [{ label, state }];
  });
  const channels = new Set(names.map(({ name: { channel } }) => channel));
  return [...channels].flatMap((channel) => {
    const own = new Set(
      names.flatMap(({ name }) => (name.channel === channel ? [name.label] : [])),
    );
    const burned = dead.filter(({ label }) => own.has(label));
    return burned.length === 0 ? [] : [{ channel, burned, ready: readyIn(book, channel).length }];
  });
}

/** Names of channels, called as the watch calls them: their own are for their readers alone. */
const lookedAtOf = (names: ReturnType<typeof listChannelNames>): LookedAt[] =>
  names.map(({ watched }) => ({
    ...{ label: watched.name, base: watched.base, timeline: timelineOf(watched) },
  }));

/** Names of wildcards that somebody wrote into the list. One that the book could not hold is left to a person. */
function listByHand({ mirrors }: MirrorList, { names }: AddressBook): LookedAt[] {
  const taken = new Set(names.map(({ label }) => label));
  return mirrors.flatMap(({ name, wildcard, names: written = [] }) =>
    written.flatMap((label) => {
      if (wildcard === undefined || taken.has(label) || !NOTABLE.test(label)) return [];
      taken.add(label);
      return [{ label, base: baseOfName(wildcard, label), timeline: `${name}/${label}` }];
    }),
  );
}

/** Names as the book writes them. */
const NOTABLE = /^[a-z][a-z-]{0,61}[a-z]$/;

/** Announced addresses that the book says nothing of. */
const listOthers = ({ mirrors }: MirrorList, known: ReadonlySet<string>): LookedAt[] =>
  mirrors
    .flatMap((mirror) =>
      basesOf(mirror).map((base, at) => {
        const own = mirror.wildcard === undefined ? '' : `/${mirror.names?.[at] ?? ''}`;
        const watched = `${mirror.name}${own}`;
        return { label: watched, base, timeline: watched };
      }),
    )
    .filter(({ base }) => !known.has(base));
