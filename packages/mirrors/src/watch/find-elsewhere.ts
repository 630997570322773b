import { nodePath } from '@tamizdat/release';
import {
  boundServed,
  isBaseAddress,
  locateFile,
  MAX_NODE_BYTES,
  type Release,
  type TreeFile,
  verifyFile,
} from '@tamizdat/verify';
import type { ProbeSource } from './probe-source.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Files in which another address stands than the mirror's own, by whose it is. */
export interface Elsewhere {
  /** The origin's or another mirror's, as the outlet or whoever watches named it. */
  known: string[];
  /** Somebody's: nobody can tell here whether the copy was made for that address, or leads readers to it. */
  foreign: string[];
}

/**
 * Finds files that are as signed but for the address in them, which should be this mirror's (SPEC 8.2).
 * @param paths To look at; those that the release does not have are passed over.
 * @param others Base addresses that may stand there by mistake.
 */
export async function findElsewhere(
  source: ProbeSource,
  release: Release,
  paths: readonly string[],
  others: readonly string[],
): Promise<Elsewhere> {
  const found: Elsewhere = { known: [], foreign: [] };
  for (const path of new Set(paths)) {
    try {
      const whose = await findWhose(source, release, path, others);
      if (whose !== undefined) found[whose].push(path);
    } catch {
      // Not in this release, or not to be had: the verification says so where it matters.
    }
  }
  return found;
}

async function findWhose(
  source: ProbeSource,
  release: Release,
  path: string,
  others: readonly string[],
): Promise<keyof Elsewhere | undefined> {
  const { origin } = release;
  const { file } = await locateFile(path, release, async (hash) => {
    const node = await source.read(`release/${nodePath(hash)}`, MAX_NODE_BYTES);
    return node ?? new Uint8Array();
  });
  const longest = Math.max(LONGEST, ...[source.base, ...others].map(({ length }) => length));
  const limit = boundServed(file.size, origin, 'x'.repeat(longest), file.rebased);
  const bytes = await source.read(path, limit);
  if (bytes === undefined || !file.rebased) return undefined;
  if (source.base !== origin && (await isSigned(file, bytes)))
    return Buffer.from(bytes).includes(origin) ? 'known' : undefined;
  const holds = async (base: string): Promise<boolean> =>
    base !== source.base && (await isSigned(file, bytes, { origin, base }));
  for (const base of others) if (await holds(base)) return 'known';
  if (await isSigned(file, bytes, { origin, base: source.base })) return undefined;
  for (const base of listBases(bytes)) if (await holds(base)) return 'foreign';
  return undefined;
}

/** Characters of an address that nobody named, and addresses of a file that are tried. */
const LONGEST = 100;
const MAX_TRIED = 32;

/** Lists what may be a base address in a file: every address in it, up to each of its slashes, the first ones alone. */
function listBases(bytes: Bytes): Set<string> {
  const bases = new Set<string>();
  for (const [address] of Buffer.from(bytes).toString('latin1').matchAll(ADDRESS)) {
    const start = address.indexOf('/', 8);
    for (let end = start; end !== -1; end = address.indexOf('/', end + 1)) {
      const base = address.slice(0, end + 1);
      if (base.length <= LONGEST && isBaseAddress(base)) bases.add(base);
      if (bases.size >= MAX_TRIED) return bases;
    }
  }
  return bases;
}

const ADDRESS = /https?:\/\/[^\s"'<>]{1,200}/g;

async function isSigned(file: TreeFile, bytes: Bytes, from?: { origin: string; base: string }) {
  return verifyFile(file, bytes, from).then(
    () => true,
    () => false,
  );
}
