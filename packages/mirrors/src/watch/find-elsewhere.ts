import {
  boundServed,
  locateFile,
  MAX_NODE_BYTES,
  nodePath,
  type Release,
  type TreeFile,
  verifyFile,
} from '@tamizdat/release';
import type { ProbeSource } from './probe-source.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Finds files in which the address of the origin or of another mirror stands where this mirror's should (SPEC 8.2).
 * @param feeds Paths to look at; those that the release does not have are passed over.
 * @param others Base addresses that may stand there by mistake.
 */
export async function findElsewhere(
  source: ProbeSource,
  release: Release,
  feeds: readonly string[],
  others: readonly string[],
): Promise<string[]> {
  const elsewhere: string[] = [];
  for (const path of feeds) {
    try {
      if (await isElsewhere(source, release, path, others)) elsewhere.push(path);
    } catch {
      // Not in this release, or not to be had: the verification says so where it matters.
    }
  }
  return elsewhere;
}

async function isElsewhere(
  source: ProbeSource,
  release: Release,
  path: string,
  others: readonly string[],
): Promise<boolean> {
  const { origin } = release;
  const { file } = await locateFile(path, release, async (hash) => {
    const node = await source.read(`release/${nodePath(hash)}`, MAX_NODE_BYTES);
    return node ?? new Uint8Array();
  });
  const longest = Math.max(...[source.base, ...others].map(({ length }) => length));
  const limit = boundServed(file.size, origin, 'x'.repeat(longest), file.rebased);
  const bytes = await source.read(path, limit);
  if (bytes === undefined || !file.rebased) return false;
  if (source.base !== origin && (await isSigned(file, bytes)))
    return Buffer.from(bytes).includes(origin);
  for (const base of others)
    if (base !== source.base && (await isSigned(file, bytes, { origin, base }))) return true;
  return false;
}

async function isSigned(file: TreeFile, bytes: Bytes, from?: { origin: string; base: string }) {
  return verifyFile(file, bytes, from).then(
    () => true,
    () => false,
  );
}
