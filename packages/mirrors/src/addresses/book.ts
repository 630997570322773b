import { BOOK_NAMES_MAX, CLOCK_LEEWAY_MS } from '../limits.ts';
import { AddressError } from './address-error.ts';

/** A name that was made for a channel. Times are in milliseconds since 1970. */
export interface GivenName {
  /** The first part of its host: `velora` of `velora.example.net`. */
  label: string;
  /** The address under that name, as a base (SPEC 8.1). */
  base: string;
  channel: string;
  made: number;
  /** Since when it is shown to somebody; undefined while it is in reserve. */
  out?: number | undefined;
  /** Since when it is given up. */
  burned?: number | undefined;
  /** Why: what was found, or that somebody said so. */
  why?: string | undefined;
}

/** All names that an outlet ever made. None is ever taken out: so none is given twice. */
export interface AddressBook {
  /** Hash of the outlet’s permanent authority: whose book it is, without saying it. */
  outlet: string;
  names: readonly GivenName[];
}

/** Names that readers of a channel have, oldest first. */
export const aliveIn = (book: AddressBook, channel: string): GivenName[] =>
  book.names.filter(
    (one) => one.channel === channel && one.out !== undefined && one.burned === undefined,
  );

/** Names in reserve, in the order in which they were made. */
export const readyIn = (book: AddressBook, channel: string): GivenName[] =>
  book.names.filter(
    (one) => one.channel === channel && one.out === undefined && one.burned === undefined,
  );

/**
 * Notes new names.
 * @throws AddressError `book-full`
 */
export function addNames(book: AddressBook, made: readonly GivenName[]): AddressBook {
  const names = [...book.names, ...made];
  if (names.length > BOOK_NAMES_MAX) throw new AddressError('book-full', String(BOOK_NAMES_MAX));
  return { ...book, names };
}

/** Notes that readers see some names from now on; a name that is out stays out since then. */
export function bringOut(book: AddressBook, labels: readonly string[], now: number): AddressBook {
  const names = book.names.map((one) =>
    labels.includes(one.label) && one.out === undefined ? { ...one, out: now } : one,
  );
  return { ...book, names };
}

/** Notes that a name is given up; one that was given up before keeps its time and reason. */
export function burnName(
  book: AddressBook,
  label: string,
  { now, why }: { now: number; why: string },
): AddressBook {
  const names = book.names.map((one) =>
    one.label === label && one.burned === undefined ? { ...one, burned: now, why } : one,
  );
  return { ...book, names };
}

/**
 * Finds a name by its first part, its host or its address.
 * @throws AddressError `name-unknown`
 */
export function findName(book: AddressBook, given: string): GivenName {
  const wanted = given.toLowerCase();
  const found = book.names.find(({ label, base }) => {
    const { hostname } = new URL(base);
    return [label, hostname, base, base.slice(0, -1)].includes(wanted);
  });
  if (found !== undefined) return found;
  throw new AddressError('name-unknown');
}

/**
 * Gives names of a channel that are out, and brings ready ones out where there are fewer.
 * @throws AddressError `pool-empty` where none is left
 */
export function takeNames(
  book: AddressBook,
  { channel, count, now }: { channel: string; count: number; now: number },
): { book: AddressBook; names: GivenName[] } {
  const alive = aliveIn(book, channel);
  const next = readyIn(book, channel).slice(0, Math.max(0, count - alive.length));
  const labels = next.map(({ label }) => label);
  const changed = bringOut(book, labels, now);
  const names = aliveIn(changed, channel).slice(-count);
  if (names.length === 0) throw new AddressError('pool-empty', channel);
  return { book: changed, names };
}

/**
 * Refuses a clock that is before what was noted already: lives would come out negative, and daily bounds would not hold.
 * @throws AddressError `book-clock`
 */
export function refuseClock({ names }: AddressBook, now: number): void {
  const last = names.reduce(
    (latest, { made, out = 0, burned = 0 }) => Math.max(latest, made, out, burned),
    0,
  );
  if (last <= now + CLOCK_LEEWAY_MS) return;
  throw new AddressError('book-clock', new Date(last).toISOString());
}
