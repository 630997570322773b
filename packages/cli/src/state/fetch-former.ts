import path from 'node:path';
import { createHash } from 'node:crypto';
import { writeWhole } from '@tamizdat/files';
import { type SignedHead, type Source, SourceError } from '@tamizdat/release';
import { MAX_BYTES, parseClaim, parseMetadata, ReleaseError } from '@tamizdat/verify';
import { FORMER_VERSIONS } from './limits.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Fetches the numbered metadata of former releases into a copy, as far as a mirror gives it: clients that read the timestamp
 * before a switch ask for it (SPEC 11.3). Whether the outlet signed it, whoever restores the copy finds out.
 */
export async function fetchFormer(mirror: Source, head: SignedHead, copy: string): Promise<void> {
  const source = leniently(mirror);
  const save = (name: string, bytes: Bytes): void => {
    writeWhole(path.join(copy, 'release', name), bytes);
  };
  for (const role of ['snapshot', 'targets', 'addresses'] as const) {
    const present = head[role];
    if (present === undefined) continue;
    const { version } = parseMetadata(present, role);
    for (let older = version - 1; older > 0 && older >= version - FORMER_VERSIONS; older--) {
      const name = `${older}.${role}.json`;
      const bytes = await source.read(`release/${name}`, MAX_BYTES[role]);
      if (bytes === undefined || bytes.length > MAX_BYTES[role]) continue;
      save(name, bytes);
      if (role !== 'snapshot') await fetchTargets(source, bytes, save);
    }
  }
}

/** Such files are a help to few: what does not come is done without. */
const leniently = (source: Source): Pick<Source, 'read'> => ({
  read: (name, limit) =>
    source.read(name, limit).catch((error: unknown) => {
      if (error instanceof SourceError) return undefined;
      throw error;
    }),
});

/** What former targets speak of. */
async function fetchTargets(
  source: Pick<Source, 'read'>,
  bytes: Bytes,
  save: (name: string, bytes: Bytes) => void,
): Promise<void> {
  for (const target of ['release.json', 'mirrors.json'] as const) {
    const hash = hashOf(bytes, target);
    if (hash === undefined) continue;
    const name = `targets/${hash}.${target}`;
    const found = await source.read(`release/${name}`, MAX_BYTES[target]);
    if (found && createHash('sha256').update(found).digest('hex') === hash) save(name, found);
  }
}

function hashOf(bytes: Bytes, target: string): string | undefined {
  try {
    return parseClaim(parseMetadata(bytes, 'targets'), 'targets', target).sha256;
  } catch (error) {
    if (error instanceof ReleaseError) return undefined;
    throw error;
  }
}
