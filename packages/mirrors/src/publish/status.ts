import { isBaseAddress, isStrictPath } from '@tamizdat/release';

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

/** A status as it stands on a mirror. */
export function encodeStatus(status: Status): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ _type: TYPE, spec: 1, ...status })}\n`);
}

/** Reads a status, untrusted: undefined where it is none, for instance a page that says that nothing is there. */
export function parseStatus(bytes: Uint8Array): Status | undefined {
  try {
    const data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
    return isStatus(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function isStatus(value: unknown): value is Status {
  if (typeof value !== 'object' || value === null) return false;
  const { _type, spec, by, complete, base, release, timestamp, head, begun, held, maybe, leaving } =
    value as Record<string, unknown>;
  return (
    _type === TYPE &&
    spec === 1 &&
    typeof by === 'string' &&
    /^[0-9a-f]{0,32}$/.test(by) &&
    typeof complete === 'boolean' &&
    (base === null || base === UNKNOWN_BASE || isBaseAddress(base)) &&
    (release === null || isTree(release)) &&
    Number.isSafeInteger(timestamp) &&
    typeof head === 'string' &&
    isList(begun, isTree) &&
    isList(held, isReleaseFile) &&
    isList(maybe, isReleaseFile) &&
    isList(leaving, isLeaving)
  );
}

const isList = (value: unknown, is: (entry: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(is);

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

/** What may be deleted in `release/`: names that a release gives and no others. */
const isReleaseFile = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^(?:nodes\/[0-9a-f]{2}\/[0-9a-f]{62}|files\/[0-9a-f]{64}|targets\/[0-9a-f]{64}\.[a-z]+\.json|\d{1,15}\.(?:root|snapshot|targets)\.json)$/.test(
    value,
  );

const isLeaving = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 2 &&
  typeof value[0] === 'string' &&
  isStrictPath(value[0]) &&
  typeof value[1] === 'string' &&
  !Number.isNaN(Date.parse(value[1]));
