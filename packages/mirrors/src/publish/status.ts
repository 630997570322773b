import { isBaseAddress, isStrictPath } from '@tamizdat/verify';
import { MAX_BEGUN, MAX_NOTED, MAX_STATUS_BYTES } from '../limits.ts';
import { isPackedNames, type PackedNames, packNames, unpackNames } from './packed-names.ts';

/** A tree, as a publisher names it. */
export interface KnownTree {
  /** The release's number. */
  number: number;
  /** Hash of the root node. */
  root: string;
  /** The root node's level. */
  level: number;
}

/** What a publisher notes on a mirror of what it put there: `release/published.json`. Nothing in it is trusted. */
export interface Status {
  /** Which publication wrote this: random digits, by which another one notices it; empty before any. */
  by: string;
  /** Whether the last publication came to its end. */
  complete: boolean;
  /** Whether all that may be there is named here. Otherwise the store is to be looked at. */
  sure: boolean;
  /** The mirror's base address that stands in its feeds; null where the origin's does, or `UNKNOWN_BASE`. */
  base: string | null;
  /** The release that was last there in full; null before the first one. */
  release: KnownTree | null;
  /** Of `timestamp.json`: its version, by which older ones are known. */
  timestamp: number;
  /** SHA-256 of `bundle.json` and `timestamp.json`, one after the other. */
  head: string;
  /** Releases of which interrupted publications put parts there. */
  begun: KnownTree[];
  /** Files in `release/`, apart from the nodes of the tree of `release`, that are there. */
  held: string[];
  /** Files in `release/` that may be there: an interrupted publication was about to put them. */
  maybe: string[];
  /** Paths that the tree no longer has, and since when (RFC 3339, UTC), until their grace is over. */
  leaving: [string, string][];
}

/** Where feeds may hold one base or another. */
export const UNKNOWN_BASE = '';

/** Before anything was published to a mirror. */
export const NO_STATUS: Status = {
  by: '',
  complete: true,
  sure: true,
  base: UNKNOWN_BASE,
  release: null,
  timestamp: 0,
  head: '',
  begun: [],
  held: [],
  maybe: [],
  leaving: [],
};

const TYPE = 'tamizdat-published';

/** The form of the lists. */
const SPEC = 2;

/**
 * A status as it stands on a mirror: never longer than is read. What would be is left out, and said to be left out, so
 * that the next publication looks at the store itself.
 */
export function encodeStatus(status: Status): Uint8Array {
  const { begun, held, maybe, leaving } = status;
  if (begun.length <= MAX_BEGUN && [held, maybe, leaving].every(isFew)) {
    const bytes = encode(status);
    if (bytes.length <= MAX_STATUS_BYTES) return bytes;
  }
  return encode({ ...status, sure: false, begun: [], held: [], maybe: [], leaving: [] });
}

const isFew = ({ length }: readonly unknown[]): boolean => length <= MAX_NOTED;

function encode({ held, maybe, leaving, ...status }: Status): Uint8Array {
  const lists = { held: packNames(held), maybe: packNames(maybe), leaving: groupByTime(leaving) };
  return new TextEncoder().encode(
    `${JSON.stringify({ _type: TYPE, spec: SPEC, ...status, ...lists })}\n`,
  );
}

/** Paths that left at one time, under that time. */
type Leavings = Record<string, string[]>;

const groupByTime = (leaving: Status['leaving']): Leavings =>
  Object.fromEntries(
    [...Map.groupBy(leaving, ([, since]) => since)].map(([since, entries]) => [
      since,
      entries.map(([path]) => path),
    ]),
  );

/** Reads a status, untrusted: undefined where it is none, for instance a page that says that nothing is there. */
export function parseStatus(bytes: Uint8Array): Status | undefined {
  try {
    const data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
    if (!isNote(data)) return undefined;
    const [held, maybe] = [unpackNames(data.held), unpackNames(data.maybe)];
    const leaving = Object.entries(data.leaving).flatMap(([since, paths]) =>
      paths.map((path): [string, string] => [path, since]),
    );
    return [held, maybe, leaving].every(isFew) ? { ...data, held, maybe, leaving } : undefined;
  } catch {
    return undefined;
  }
}

type Note = Omit<Status, 'held' | 'maybe' | 'leaving'> & {
  held: PackedNames;
  maybe: PackedNames;
  leaving: Leavings;
};

/** Lists are bounded by the bytes of the file, and those that cost requests by their number. */
function isNote(value: unknown): value is Note {
  if (typeof value !== 'object' || value === null) return false;
  const note = value as Record<string, unknown>;
  const { _type, spec, by, complete, sure, base, release, timestamp, head, begun } = note;
  return (
    _type === TYPE &&
    spec === SPEC &&
    typeof by === 'string' &&
    /^[0-9a-f]{0,32}$/.test(by) &&
    typeof complete === 'boolean' &&
    typeof sure === 'boolean' &&
    (base === null || base === UNKNOWN_BASE || isBaseAddress(base)) &&
    (release === null || isTree(release)) &&
    Number.isSafeInteger(timestamp) &&
    typeof head === 'string' &&
    Array.isArray(begun) &&
    begun.length <= MAX_BEGUN &&
    begun.every(isTree) &&
    isPackedNames(note['held']) &&
    isPackedNames(note['maybe']) &&
    isLeavings(note['leaving'])
  );
}

function isTree(value: unknown): boolean {
  const { number, root, level } = (value ?? {}) as Record<string, unknown>;
  return (
    Number.isSafeInteger(number) &&
    typeof root === 'string' &&
    /^[0-9a-f]{64}$/.test(root) &&
    Number.isInteger(level) &&
    Number(level) >= 0 &&
    Number(level) <= 8
  );
}

const isLeavings = (value: unknown): value is Leavings =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(
    ([since, paths]) =>
      !Number.isNaN(Date.parse(since)) && Array.isArray(paths) && paths.every(isPath),
  );

const isPath = (path: unknown): boolean => typeof path === 'string' && isStrictPath(path);
