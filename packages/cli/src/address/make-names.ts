import {
  addNames,
  type AddressBook,
  type Chance,
  type GivenName,
  type LabelKind,
  makeLabel,
  type Well,
} from '@tamizdat/mirrors/addresses';
import { isTelling } from './telling-words.ts';

/** What names are to be made. */
export interface WantedNames {
  channel: string;
  count: number;
  kind: LabelKind;
  wells: readonly Well[];
  /** Words that tell whose a name is. */
  telling: readonly string[];
  /** Milliseconds since 1970. */
  now: number;
}

/** A name that was just made. */
export interface NewName {
  base: string;
  /** The line that its DNS needs, of a zone file (RFC 1035, section 5); undefined under a wildcard. */
  record: string | undefined;
}

/**
 * Makes names, under the domains in turn, none of which the book holds or ever held.
 * @throws AddressError `names-exhausted`, `book-full`
 */
export function makeNames(
  book: AddressBook,
  { channel, count, kind, wells, telling, now }: WantedNames,
  chance?: Chance,
): { book: AddressBook; result: NewName[] } {
  const given = new Set(book.names.map(({ label }) => label));
  const isRefused = (label: string): boolean => given.has(label) || isTelling(label, telling);
  const made = Array.from({ length: count }, (_, at) => {
    const label = makeLabel(kind, isRefused, chance);
    given.add(label);
    const { addressOf, domain, host } = wells[at % wells.length] as Well;
    const name: GivenName = { label, base: addressOf(label), channel, made: now };
    const record = host === undefined ? undefined : `${label}.${domain}. CNAME ${host}.`;
    return { name, record };
  });
  return {
    book: addNames(
      book,
      made.map(({ name }) => name),
    ),
    result: made.map(({ name, record }) => ({ base: name.base, record })),
  };
}
