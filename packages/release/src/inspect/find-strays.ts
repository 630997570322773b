import { MAX_BYTES, type NumberedRole, parseRoot, readNumbered } from '@tamizdat/verify';
import { MAX_FILE_BYTES } from '@tamizdat/verify/format';
import type { RootMetadata } from '@tamizdat/verify';
import type { FetchedHead } from './fetch-head.ts';
import { COMING, nameComing } from './inspect-coming.ts';
import type { Source } from './source.ts';

/** Names in `release/` that are judged elsewhere, or are publishers' notes (SPEC 6.1, 11). */
const OTHERS = new Set(['timestamp.json', 'bundle.json', 'pending.json', 'published.json']);

const NUMBERED = /^([1-9]\d{0,14})\.(root|snapshot|targets)\.json$/;

/** Names that are the hash of what they hold (SPEC 5.2, 6.1, 11.1). */
const BY_HASH =
  /^(?:nodes\/([0-9a-f]{2})\/([0-9a-f]{62})|files\/([0-9a-f]{64})|targets\/([0-9a-f]{64})\.(?:release|mirrors)\.json)$/;

/**
 * Finds files in `release/` that no release has there: anybody could show a page under the outlet's address with them,
 * and one under the name of metadata to come would stand in their way. The next ones are judged with the head.
 * @returns paths from the root of the site
 * @throws SourceError
 */
export async function findStrays(
  source: Source,
  served: Pick<FetchedHead, 'files' | 'head'>,
): Promise<string[]> {
  const next = new Set(COMING.map((role) => nameComing(role, served)));
  const newest = Number.parseInt(nameComing('root', served), 10) - 1;
  const roots = await readRoots(source, newest);
  const strays: string[] = [];
  for (const name of source.listRelease?.() ?? []) {
    if (OTHERS.has(name) || next.has(name) || (await isOurs(source, name, newest, roots))) continue;
    strays.push(`release/${name}`);
  }
  return strays;
}

async function isOurs(source: Source, name: string, newest: number, roots: RootMetadata[]) {
  const [, version, role] = NUMBERED.exec(name) ?? [];
  if (role === 'root') return Number(version) <= newest;
  if (role !== undefined) return isSigned(source, name, role as NumberedRole, roots);
  const digits = BY_HASH.exec(name)?.slice(1).join('');
  return Boolean(digits) && source.hash?.(`release/${name}`, MAX_FILE_BYTES)?.hash === digits;
}

async function isSigned(source: Source, name: string, role: NumberedRole, roots: RootMetadata[]) {
  const bytes = await source.read(`release/${name}`, MAX_BYTES[role]);
  return bytes !== undefined && (await readNumbered(name, bytes, role, roots)) !== undefined;
}

/** All of the outlet's roots that can be read: whether they are a chain is judged with the head. */
async function readRoots(source: Source, newest: number): Promise<RootMetadata[]> {
  const roots: RootMetadata[] = [];
  for (let version = 1; version <= newest; version++) {
    const bytes = await source.read(`release/${version}.root.json`, MAX_BYTES.root);
    const root = bytes && (await parseRoot(bytes).catch(() => undefined));
    if (root !== undefined) roots.push(root);
  }
  return roots;
}
