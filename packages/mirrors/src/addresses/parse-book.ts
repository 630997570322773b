import { isRecord } from '@tamizdat/problem';
import { BASE_MAX, BOOK_NAMES_MAX, LABEL_MAX, WHY_MAX } from '../limits.ts';
import { AddressError } from './address-error.ts';
import type { AddressBook, GivenName } from './book.ts';

const FORMAT = 1;

/** Writes a book, a line for each name, so that a copy of yesterday can be compared by eye. */
export function encodeBook({ outlet, names }: AddressBook): string {
  const lines = names.map(
    (one) =>
      `    ${JSON.stringify({
        ...one,
        made: timeOf(one.made),
        ...(one.out === undefined ? {} : { out: timeOf(one.out) }),
        ...(one.burned === undefined ? {} : { burned: timeOf(one.burned) }),
      })}`,
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "format": ${FORMAT},\n  "outlet": "${outlet}",\n  "names": ${list}\n}\n`;
}

const timeOf = (ms: number): string => new Date(ms).toISOString();

/**
 * Reads a book, untrusted.
 * @param outlet Whose it has to be.
 * @throws AddressError `book-damaged` with what is wrong in it, `book-foreign`
 */
export function parseBook(text: string, outlet: string): AddressBook {
  const value = readJson(text);
  ensure(isRecord(value), 'no object');
  ensure(value['format'] === FORMAT, 'format');
  if (value['outlet'] !== outlet) throw new AddressError('book-foreign');
  const given = value['names'];
  ensure(Array.isArray(given) && given.length <= BOOK_NAMES_MAX, 'names');
  const names = given.map((one: unknown, at) => parseName(one, `names[${at}]`));
  ensure(new Set(names.map(({ label }) => label)).size === names.length, 'a name twice');
  return { outlet, names };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AddressError('book-damaged', 'no JSON');
  }
}

function parseName(value: unknown, at: string): GivenName {
  ensure(isRecord(value), at);
  const { label, base, channel, why } = value;
  ensure(isText(label, LABEL_MAX) && /^[a-z][a-z-]*[a-z]$/.test(label), `${at}.label`);
  ensure(isText(base, BASE_MAX) && isUnder(base, label), `${at}.base`);
  ensure(isText(channel, LABEL_MAX) && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(channel), `${at}.channel`);
  ensure(why === undefined || isText(why, WHY_MAX), `${at}.why`);
  const made = parseTime(value['made'], `${at}.made`);
  const [out, burned] = ['out', 'burned'].map((field) =>
    value[field] === undefined ? undefined : parseTime(value[field], `${at}.${field}`),
  );
  return {
    label,
    base,
    channel,
    made,
    ...(out === undefined ? {} : { out }),
    ...(burned === undefined ? {} : { burned }),
    ...(why === undefined ? {} : { why }),
  };
}

/** Whether an address is one of that name, in the form of a base (SPEC 8.1). */
function isUnder(base: string, label: string): boolean {
  if (!URL.canParse(base)) return false;
  const { protocol, hostname, href, username, password, search, hash } = new URL(base);
  return (
    protocol === 'https:' &&
    hostname.startsWith(`${label}.`) &&
    [username, password, search, hash].every((part) => part === '') &&
    base === href &&
    base.endsWith('/')
  );
}

function parseTime(value: unknown, at: string): number {
  ensure(isText(value, 24) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value), at);
  const time = Date.parse(value);
  ensure(!Number.isNaN(time), at);
  return time;
}

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= max;

function ensure(holds: boolean, at: string): asserts holds {
  if (!holds) throw new AddressError('book-damaged', at);
}
