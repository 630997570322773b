import { encodeCanonical } from '@tamizdat/verify/format';
import {
  MAX_BYTES,
  type NumberedRole,
  parseDelegation,
  parseMetadata,
  parseRoot,
  ReleaseError,
  verifyEd25519,
  verifyRoots,
} from '@tamizdat/verify';
import { type RootMetadata, verifyNumbered } from '@tamizdat/verify';
import type { FetchedHead } from './fetch-head.ts';
import { type Source, SourceError } from './source.ts';

type Served = Pick<FetchedHead, 'files' | 'head'>;

/** Roles in the order in which clients of TUF ask for their files. */
const COMING = ['root', 'snapshot', 'targets'] as const;

/** The same, and the role to which the list of mirrors is left where there is one. */
export const listComing = ({ files }: Served): readonly Role[] =>
  files.addresses === undefined ? COMING : [...COMING, 'addresses'];

type Role = 'root' | NumberedRole;

/** Names the file that the next version of a role will have in `release/`. */
export function nameComing(role: Role, { files, head }: Served): string {
  const bytes = role === 'root' ? encodeCanonical(head.trust.root) : (files[role] ?? NOTHING);
  return `${parseMetadata(bytes, role).version + 1}.${role}.json`;
}

const NOTHING = new Uint8Array();

/**
 * Judges what stands under the name of metadata to come, if anything does (SPEC 10.8): clients of TUF ask for the next
 * root before all else, and who publishes the next release may take a name that is there for a file that is.
 * @throws ReleaseError where the outlet did not sign it, or as another version
 */
export async function inspectComing(source: Source, role: Role, served: Served): Promise<void> {
  try {
    if (role === 'root') await followNext(source, served);
    else await judgeNumbered(source, role, served);
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    if (NO_METADATA.has(error.code) && (await answersForNothing(source, role))) return;
    throw error;
  }
}

async function judgeNumbered(source: Source, role: NumberedRole, served: Served): Promise<void> {
  const name = nameComing(role, served);
  const bytes = await readIfThere(source, name, role);
  if (bytes === undefined) return;
  if (role === 'addresses') {
    const delegation = await parseDelegation(parseMetadata(served.files.targets, 'targets'));
    await verifyNumbered(name, bytes, role, delegation === undefined ? [] : [delegation]);
    return;
  }
  // A root to come is judged by itself; where it holds, what is published now is signed under it.
  const roots = await followNext(source, served).catch(() => listKnown(served));
  await verifyNumbered(name, bytes, role, roots);
}

/** The newest root that is known, and the next one where that is there. @throws ReleaseError where that is false */
async function followNext(source: Source, served: Served): Promise<RootMetadata[]> {
  const known = await listKnown(served);
  const bytes = await readIfThere(source, nameComing('root', served), 'root');
  if (bytes === undefined) return known;
  const [newest] = known as [RootMetadata];
  const next = await verifyRoots(newest, [bytes], verifyEd25519);
  if (next.version > newest.version) return [...known, next];
  throw new ReleaseError('version-mismatch', {
    expected: newest.version + 1,
    found: (await parseRoot(bytes)).version,
  });
}

const listKnown = async ({ head }: Served): Promise<RootMetadata[]> => [
  await parseRoot(encodeCanonical(head.trust.root)),
];

/** What says by its form that it is somebody's page. */
const NO_METADATA = new Set(['not-canonical', 'too-large']);

/** Whether a host has a page for whatever it does not have: then that page says nothing. Nothing has version 0. */
const answersForNothing = async (source: Source, role: Role): Promise<boolean> =>
  (await readIfThere(source, `0.${role}.json`, role)) !== undefined;

/** What need not be there is not there where it is refused, as stores refuse what they do not have, or does not come. */
async function readIfThere(source: Source, name: string, role: Role) {
  try {
    return await source.read(`release/${name}`, MAX_BYTES[role]);
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}
