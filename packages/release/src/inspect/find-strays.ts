import {
  type Keyring,
  MAX_BYTES,
  type NumberedRole,
  parseDelegation,
  parseRoot,
  readNumbered,
} from '@tamizdat/verify';
import { MAX_FILE_BYTES } from '@tamizdat/verify/format';
import type { RootMetadata } from '@tamizdat/verify';
import type { FetchedHead } from './fetch-head.ts';
import { listComing, nameComing } from './inspect-coming.ts';
import type { Source } from './source.ts';

/** Names in `release/` that are judged elsewhere, or are publishers' notes (SPEC 6.1, 11). */
const OTHERS = new Set(['timestamp.json', 'bundle.json', 'pending.json', 'published.json']);

const NUMBERED = /^([1-9]\d{0,14})\.(root|snapshot|targets|addresses)\.json$/;

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
  const next = new Set(listComing(served).map((role) => nameComing(role, served)));
  const newest = Number.parseInt(nameComing('root', served), 10) - 1;
  const roots = await readRoots(source, newest);
  const strays: string[] = [];
  const names = source.listRelease?.() ?? [];
  const keyrings = { roots, delegations: await readDelegations(source, names, roots) };
  for (const name of names) {
    if (OTHERS.has(name) || next.has(name) || (await isOurs(source, name, newest, keyrings)))
      continue;
    strays.push(`release/${name}`);
  }
  return strays;
}

interface Keyrings {
  roots: RootMetadata[];
  /** To whom the outlet's targets, former ones too, leave the list of mirrors. */
  delegations: Keyring[];
}

async function isOurs(source: Source, name: string, newest: number, keyrings: Keyrings) {
  const [, version, role] = NUMBERED.exec(name) ?? [];
  if (role === 'root') return Number(version) <= newest;
  if (role !== undefined) {
    const by = role === 'addresses' ? keyrings.delegations : keyrings.roots;
    return (await readSigned(source, name, role as NumberedRole, by)) !== undefined;
  }
  const digits = BY_HASH.exec(name)?.slice(1).join('');
  return Boolean(digits) && source.hash?.(`release/${name}`, MAX_FILE_BYTES)?.hash === digits;
}

async function readSigned(source: Source, name: string, role: NumberedRole, by: Keyring[]) {
  const bytes = await source.read(`release/${name}`, MAX_BYTES[role]);
  return bytes && readNumbered(name, bytes, role, by);
}

async function readDelegations(source: Source, names: Iterable<string>, roots: RootMetadata[]) {
  const delegations: Keyring[] = [];
  for (const name of names) {
    if (NUMBERED.exec(name)?.[2] !== 'targets') continue;
    const targets = await readSigned(source, name, 'targets', roots);
    const delegation = targets && (await parseDelegation(targets).catch(() => undefined));
    if (delegation !== undefined) delegations.push(delegation);
  }
  return delegations;
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
