import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listHeadFiles, parseMetadata } from '@tamizdat/release';
import { KEPT_METADATA } from '../limits.ts';
import type { SignedHead } from './fetch-signed-head.ts';
import type { Staging } from './staging.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Puts the files that say what is newest into the staging, and the numbered ones of the release served so far. */
export function placeHead(
  staging: Staging,
  { files, bundle }: SignedHead,
  roots: Bytes[],
  mirrors: Bytes,
): void {
  keepFormerMetadata(staging);
  for (const [path, bytes] of listHeadFiles({ ...files, roots, mirrors }))
    staging.write(`release/${path}`, bytes);
  staging.write('release/bundle.json', bundle);
}

/** For clients that read the timestamp before the switch (SPEC 11.3). */
function keepFormerMetadata(staging: Staging): void {
  if (staging.served === undefined) return;
  const folder = join(staging.served, 'release');
  const link = (path: string): void => {
    staging.link(join(folder, path), `release/${path}`);
  };
  const names = readdirSync(folder);
  newest(names, 'snapshot').forEach(link);
  for (const name of newest(names, 'targets')) {
    link(name);
    for (const target of listTargets(staging, name)) link(`targets/${target}`);
  }
}

function newest(names: readonly string[], role: 'snapshot' | 'targets'): string[] {
  return names
    .filter((name) => /^\d+\./.test(name) && name.endsWith(`.${role}.json`))
    .sort((one, other) => Number.parseInt(other, 10) - Number.parseInt(one, 10))
    .slice(0, KEPT_METADATA);
}

/** The names of the targets that a metadata file speaks of, as they are stored. */
function listTargets(staging: Staging, name: string): string[] {
  const kept = staging.readEither(`release/${name}`);
  if (kept === undefined) return [];
  const { signed } = parseMetadata(kept.bytes, 'targets');
  const present = new Set(readdirSync(join(staging.served ?? '', 'release/targets')));
  return Object.entries(signed['targets'] as Record<string, { hashes: { sha256: string } }>)
    .map(([target, { hashes }]) => `${hashes.sha256}.${target}`)
    .filter((target) => present.has(target));
}
