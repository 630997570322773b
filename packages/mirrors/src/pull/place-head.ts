import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listHeadFiles } from '@tamizdat/release';
import { digest, MAX_BYTES, parseClaim, parseRoot, readNumbered } from '@tamizdat/verify';
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
  for (const role of ['snapshot', 'targets'] as const) {
    let kept = 0;
    for (const name of newestFirst(names, role)) {
      const found = staging.readEither(`release/${name}`, MAX_BYTES[role]);
      const metadata = found && (await readNumbered(name, found.bytes, role, known));
      if (found === undefined || metadata === undefined) continue;
      staging.write(`release/${name}`, found.bytes);
      if (role === 'targets') await keepTargets(staging, metadata);
      if (++kept === KEPT_METADATA) break;
    }
  }
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

function newestFirst(names: readonly string[], role: 'snapshot' | 'targets'): string[] {
  return names
    .filter((name) => /^\d{1,15}\./.test(name) && name.endsWith(`.${role}.json`))
    .sort((one, other) => Number.parseInt(other, 10) - Number.parseInt(one, 10));
}

/** What former targets speak of, where it is there. */
async function keepTargets(
  staging: Staging,
  targets: Parameters<typeof parseClaim>[0],
): Promise<void> {
  for (const target of ['release.json', 'mirrors.json'] as const) {
    const { sha256 } = parseClaim(targets, 'targets', target);
    const path = `release/targets/${sha256}.${target}`;
    const found = staging.readEither(path, MAX_BYTES[target]);
    if (found && (await digest(found.bytes)) === sha256) staging.write(path, found.bytes);
  }
}
