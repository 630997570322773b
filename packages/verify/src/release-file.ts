import { type JsonValue, parseCanonical } from './json/canonical-json.ts';
import { MAX_LEVEL, MAX_MIRROR_NAME, MAX_MIRRORS } from './limits.ts';
import { isHash, isCount, isObject, parseTime, type Shape, startShape } from './shape.ts';

/** What `release.json` says (SPEC 6.4). */
export interface Release {
  number: number;
  /** RFC 3339, UTC. */
  clock: string;
  /** The origin's base address. */
  origin: string;
  tree: { root: string; files: number; bytes: number };
  limits: { depth: number; keep: number };
  former: { number: number; root: string }[];
  removed: { number: number; sha256: string; size: number } | null;
}

/** A mirror (SPEC 6.5). */
export interface Mirror {
  base: string;
  name: string;
  languages: string[];
  worker: boolean;
}

export interface MirrorList {
  number: number;
  mirrors: Mirror[];
}

/** SPEC 8.1. */
export function isBaseAddress(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^https?:\/\/(?:[a-z0-9._~-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?\/(?:[\w.~:-]+\/)*$/.test(value)
  );
}

/**
 * Reads `release.json` (SPEC 6.4).
 * @throws ReleaseError `not-canonical`, `bad-release`
 */
export function parseRelease(bytes: Uint8Array): Release {
  const file = parseCanonical(bytes, 'release.json');
  const ensure: Shape = startShape('bad-release', 'release.json');
  ensure(isObject(file) && file['_type'] === 'tamizdat-release' && file['spec'] === 1, 'spec');
  const { number, clock, origin, tree, limits, former, removed } = file;
  ensure(isCount(number, 1), 'number');
  ensure(typeof clock === 'string' && !Number.isNaN(parseTime(clock)), 'clock');
  ensure(isBaseAddress(origin), 'origin');
  ensure(isTree(tree), 'tree');
  ensure(isLimits(limits), 'limits');
  ensure(Array.isArray(former) && former.every(isFormer), 'former');
  ensure(removed === null || isRemoved(removed), 'removed');
  return { number, clock, origin, tree, limits, former, removed };
}

function isTree(
  value: JsonValue | undefined,
): value is Release['tree'] & { [name: string]: JsonValue } {
  return (
    isObject(value) &&
    isHash(value['root']) &&
    isCount(value['files'], 0) &&
    isCount(value['bytes'], 0)
  );
}

function isLimits(value: JsonValue | undefined): value is { depth: number; keep: number } {
  if (!isObject(value)) return false;
  const { depth } = value;
  return isCount(depth, 1) && depth <= MAX_LEVEL + 1 && isCount(value['keep'], 0);
}

function isFormer(value: JsonValue): value is { number: number; root: string } {
  return isObject(value) && isCount(value['number'], 1) && isHash(value['root']);
}

function isRemoved(
  value: JsonValue | undefined,
): value is { number: number; sha256: string; size: number } {
  return (
    isObject(value) &&
    isCount(value['number'], 1) &&
    isHash(value['sha256']) &&
    isCount(value['size'], 0)
  );
}

/**
 * Reads `mirrors.json` (SPEC 6.5).
 * @throws ReleaseError `not-canonical`, `bad-mirrors`
 */
export function parseMirrors(bytes: Uint8Array): MirrorList {
  const file = parseCanonical(bytes, 'mirrors.json');
  const ensure: Shape = startShape('bad-mirrors', 'mirrors.json');
  ensure(isObject(file) && file['_type'] === 'tamizdat-mirrors' && file['spec'] === 1, 'spec');
  const { number, mirrors } = file;
  ensure(isCount(number, 1), 'number');
  ensure(
    Array.isArray(mirrors) && mirrors.length <= MAX_MIRRORS && mirrors.every(isMirror),
    'mirrors',
  );
  ensure(new Set(mirrors.map(({ base }) => base)).size === mirrors.length, 'base');
  return { number, mirrors };
}

function isMirror(value: unknown): value is Mirror & { [name: string]: JsonValue } {
  const { base, name, languages, worker } = (value ?? {}) as Partial<Mirror>;
  return (
    isBaseAddress(base) &&
    typeof name === 'string' &&
    name !== '' &&
    name.length <= MAX_MIRROR_NAME &&
    Array.isArray(languages) &&
    languages.every((language) => typeof language === 'string') &&
    typeof worker === 'boolean'
  );
}
