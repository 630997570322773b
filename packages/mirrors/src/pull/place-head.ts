import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listHeadFiles } from '@tamizdat/release';
import {
  digest,
  type Keyring,
  MAX_BYTES,
  type Metadata,
  type NumberedRole,
  parseClaim,
  parseDelegation,
  parseRoot,
  readNumbered,
} from '@tamizdat/verify';
import { KEPT_METADATA } from '../limits.ts';
import type { SignedHead } from './fetch-signed-head.ts';
import type { Staging } from './staging.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Puts the files that say what is newest into the staging, and the numbered ones of the release served so far. */
export async function placeHead(
  staging: Staging,
  { files, bundle }: SignedHead,
  roots: Bytes[],
  mirrors: Bytes,
): Promise<void> {
  if (staging.served !== undefined) await keepFormerMetadata(staging, staging.served, roots);
  for (const [path, bytes] of listHeadFiles({ ...files, roots, mirrors }))
    staging.write(`release/${path}`, bytes);
  staging.write('release/bundle.json', bundle);
}

/** For clients that read the timestamp before the switch (SPEC 11.3): what the outlet signed, and nothing else. */
async function keepFormerMetadata(staging: Staging, served: string, roots: Bytes[]): Promise<void> {
  const names = listNames(join(served, 'release'));
  const known = await Promise.all(roots.map(parseRoot));
  await keepRole(staging, names, 'snapshot', known);
  const delegations: Keyring[] = [];
  for (const targets of await keepRole(staging, names, 'targets', known)) {
    await keepNamed(staging, targets, ['release.json', 'mirrors.json']);
    const delegation = await parseDelegation(targets).catch(() => undefined);
    if (delegation !== undefined) delegations.push(delegation);
  }
  for (const addresses of await keepRole(staging, names, 'addresses', delegations))
    await keepNamed(staging, addresses, ['mirrors.json']);
}

async function keepRole(
  staging: Staging,
  names: readonly string[],
  role: NumberedRole,
  known: readonly Keyring[],
): Promise<Metadata[]> {
  const kept: Metadata[] = [];
  for (const name of newestFirst(names, role)) {
    const found = staging.readEither(`release/${name}`, MAX_BYTES[role]);
    const metadata = found && (await readNumbered(name, found.bytes, role, known));
    if (found === undefined || metadata === undefined) continue;
    staging.write(`release/${name}`, found.bytes);
    kept.push(metadata);
    if (kept.length === KEPT_METADATA) break;
  }
  return kept;
}

/** Of a folder that others may take away. */
function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // What is kept of it is a help to few.
    return [];
  }
}

function newestFirst(names: readonly string[], role: NumberedRole): string[] {
  return names
    .filter((name) => /^\d{1,15}\./.test(name) && name.endsWith(`.${role}.json`))
    .sort((one, other) => Number.parseInt(other, 10) - Number.parseInt(one, 10));
}

/** What former targets speak of, where it is there; they may leave the list of mirrors to a role of its own. */
async function keepNamed(
  staging: Staging,
  targets: Metadata,
  wanted: readonly ('release.json' | 'mirrors.json')[],
): Promise<void> {
  for (const target of wanted) {
    if (!Object.hasOwn(Object(targets.signed['targets']) as object, target)) continue;
    const { sha256 } = parseClaim(targets, 'targets', target);
    const path = `release/targets/${sha256}.${target}`;
    const found = staging.readEither(path, MAX_BYTES[target]);
    if (found && (await digest(found.bytes)) === sha256) staging.write(path, found.bytes);
  }
}
