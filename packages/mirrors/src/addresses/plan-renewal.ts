import { FAST_BURNED_HOURS, HURT_DAYS, STILLBORN_HOURS, STILLBORN_NAMES } from '../limits.ts';
import { type AddressBook, aliveIn, type GivenName, readyIn } from './book.ts';
import { type DeadName, type DeathRules, findDead, type ListedName } from './find-dead.ts';
import { domainOf } from './name-under.ts';

/** How names give way to each other by themselves, as `content/mirrors.yaml` says. */
export interface RenewalRules extends DeathRules {
  /** Names of the channel that are to be alive. */
  alive: number;
  /** New names in a day; above, a person is asked. */
  daily: number;
}

/** What is to be done with a channel. */
export interface RenewalPlan {
  /** Names that are given up. */
  burned: DeadName[];
  /** Names that are shown from now on, in this order. */
  brought: GivenName[];
  /** Names that are shown no longer; a dead one stays until another takes its place, so that no list runs dry. */
  dropped: string[];
  /** Names that are wanted and ready, and more than a day allows. */
  asked: number;
  /** Names that are wanted and not there. */
  lacking: number;
}

const DAY_MS = 86_400_000;

/**
 * Plans which names of a channel give way, and to which. Pure: the same book, looks and moment give the same plan.
 * @param listed The channel's names that are shown now.
 * @param now Milliseconds since 1970.
 * @param least Names that the list keeps whatever is dead: fewer would be held back by who has the list of yesterday.
 */
export function planRenewal(
  book: AddressBook,
  channel: string,
  {
    rules,
    listed,
    now,
    least = 0,
  }: { rules: RenewalRules; listed: readonly ListedName[]; now: number; least?: number },
): RenewalPlan {
  const given = listBurned(book);
  const burned = findDead(
    listed.filter(({ label }) => !given.has(label)),
    rules,
  );
  const isDead = new Set(burned.map(({ label }) => label));
  const dead = listed.filter(({ label }) => given.has(label) || isDead.has(label));
  const shown = new Set(listed.map(({ label }) => label));
  // A run that was cut short after the book was written, and before the list was.
  const owed = aliveIn(book, channel).filter(({ label }) => !shown.has(label));
  const living = [...listed.filter((name) => !dead.includes(name)), ...owed];
  // A name that somebody wrote into the list, or that came since an older copy of the book, cannot come once more.
  const hidden = readyIn(book, channel).filter(({ label }) => !shown.has(label));
  const ready = listUsable(hidden, book, living, now);
  const wanted = Math.max(0, rules.alive - living.length);
  const allowed = Math.max(0, rules.daily - countBrought(book, channel, now));
  const hurt = countHurt(book, dead, now);
  const next = chooseNext(ready, Math.min(wanted, allowed), hurt, living);
  const brought = [...owed, ...next];
  const labels = dead.map(({ label }) => label);
  return {
    burned,
    brought,
    dropped: chooseDropped(labels, {
      ...{ before: listed.length, brought: brought.length, least },
      isEnough: living.length >= rules.alive,
    }),
    asked: Math.max(0, Math.min(wanted, ready.length) - allowed),
    lacking: Math.max(0, wanted - ready.length),
  };
}

/** Names that are given up already, by hand for instance. */
const listBurned = ({ names }: AddressBook): Set<string> =>
  new Set(names.flatMap(({ label, burned }) => (burned === undefined ? [] : [label])));

const countBrought = ({ names }: AddressBook, channel: string, now: number): number =>
  names.filter((one) => one.channel === channel && one.out !== undefined && one.out > now - DAY_MS)
    .length;

/** How often names of each domain died young of late, whatever their channel: what is blocked may be the domain. */
function countHurt(
  { names }: AddressBook,
  dead: readonly ListedName[],
  now: number,
): Map<string, number> {
  const young = names.filter(
    ({ out, burned }) =>
      out !== undefined &&
      burned !== undefined &&
      burned > now - HURT_DAYS * DAY_MS &&
      burned - out <= FAST_BURNED_HOURS * 3_600_000,
  );
  // One that was given up already is among the young ones, or lived long.
  const known = new Set(young.map(({ base }) => base));
  const bases = [...known, ...dead.map(({ base }) => base).filter((base) => !known.has(base))];
  const hurt = new Map<string, number>();
  for (const domain of bases.map(domainOf)) hurt.set(domain, (hurt.get(domain) ?? 0) + 1);
  return hurt;
}

/**
 * Ready names that may come. Where the last names of a domain died as soon as they were shown, and none is alive, the domain
 * itself is blocked, and would eat up all that is in reserve: one name a day tries whether it still is.
 */
function listUsable(
  ready: readonly GivenName[],
  { names }: AddressBook,
  living: readonly Pick<ListedName, 'base'>[],
  now: number,
): GivenName[] {
  const alive = new Set(living.map(({ base }) => domainOf(base)));
  const shown = new Map<string, GivenName[]>();
  for (const one of names) {
    const domain = domainOf(one.base);
    if (one.out !== undefined) shown.set(domain, [...(shown.get(domain) ?? []), one]);
  }
  const barred = new Map<string, boolean>();
  const tried = new Set<string>();
  return ready.filter(({ base }) => {
    const domain = domainOf(base);
    const of = shown.get(domain) ?? [];
    const isOut = barred.get(domain) ?? (!alive.has(domain) && isBarred(of, now));
    barred.set(domain, isOut);
    if (!isOut) return true;
    const isTried = tried.has(domain) || of.some(({ out = 0 }) => out > now - DAY_MS);
    tried.add(domain);
    return !isTried;
  });
}

function isBarred(shown: readonly GivenName[], now: number): boolean {
  const last = shown
    .toSorted((one, other) => (one.out ?? 0) - (other.out ?? 0))
    .slice(-STILLBORN_NAMES);
  return (
    last.length === STILLBORN_NAMES &&
    last.every(
      ({ out = 0, burned }) =>
        burned !== undefined &&
        burned - out <= STILLBORN_HOURS * 3_600_000 &&
        burned > now - HURT_DAYS * DAY_MS,
    )
  );
}

/** One by one, from the domain that is hurt least, then from the one that shows fewest names: no block takes all. */
function chooseNext(
  ready: readonly GivenName[],
  count: number,
  hurt: ReadonlyMap<string, number>,
  living: readonly Pick<ListedName, 'base'>[],
): GivenName[] {
  const shown = living.map(({ base }) => domainOf(base));
  const left = [...ready];
  const chosen: GivenName[] = [];
  while (chosen.length < count && left.length > 0) {
    const ranks = left.map(({ base }): [number, number] => {
      const domain = domainOf(base);
      return [hurt.get(domain) ?? 0, shown.filter((one) => one === domain).length];
    });
    const best = ranks.reduce(
      (least, rank, at) => (compareRanks(rank, ranks[least]) < 0 ? at : least),
      0,
    );
    const [next] = left.splice(best, 1);
    if (next === undefined) break;
    chosen.push(next);
    shown.push(domainOf(next.base));
  }
  return chosen;
}

const compareRanks = (one: [number, number], other: [number, number] = [0, 0]): number =>
  one[0] - other[0] || one[1] - other[1];

/** Dead names leave as others come, and never so many that readers' programs hold the list back (SPEC 9.15). */
function chooseDropped(
  dead: readonly string[],
  {
    before,
    brought,
    least,
    isEnough,
  }: { before: number; brought: number; least: number; isEnough: boolean },
): string[] {
  const most = before + brought - Math.max(least, Math.ceil(before / 2));
  return dead.slice(0, Math.max(0, Math.min(isEnough ? dead.length : brought, most)));
}
