import {
  type FileClaim,
  type HeadFiles,
  MAX_BYTES,
  parseClaim,
  parseDelegation,
  parseMetadata,
} from '@tamizdat/verify';
import { MAX_ROOT_STEPS } from '../../limits.ts';
import type { Bytes } from '../bytes.ts';
import { NoAnswer, TooLong } from '../sources/read-answer.ts';
import { versionOf } from './head-file.ts';

/**
 * Gives what one source has under a name below its base address, at most so many bytes; of it a piece, where it cuts.
 * @param isLarge Whether it is no wonder if a connection freezes over it.
 */
export type Get = (
  name: string,
  max: number,
  isLarge?: boolean,
  piece?: { offset: number; size: number },
) => Promise<Bytes>;

/** A source of files while it is asked. */
export interface Source {
  base: string;
  get: Get;
  /** Whether it was asked for the newest release just now. */
  isAsked: boolean;
}

/**
 * Fetches the files of the head that a timestamp names (SPEC 6.1). Only what names the next file is looked at; nothing is
 * verified.
 * @throws NoAnswer, ReleaseError where a file is of another form
 */
export async function fetchHead(get: Get, timestamp: Bytes): Promise<HeadFiles> {
  const { version } = parseClaim(parseMetadata(timestamp, 'timestamp'), 'meta', 'snapshot.json');
  const snapshot = await get(`release/${version}.snapshot.json`, MAX_BYTES.snapshot);
  const named = parseMetadata(snapshot, 'snapshot');
  const versionIn = (name: string) => parseClaim(named, 'meta', name).version;
  const targets = await get(`release/${versionIn('targets.json')}.targets.json`, MAX_BYTES.targets);
  const claims = parseMetadata(targets, 'targets');
  const isDelegated = (await parseDelegation(claims)) !== undefined;
  const addresses = isDelegated
    ? await get(`release/${versionIn('addresses.json')}.addresses.json`, MAX_BYTES.addresses)
    : undefined;
  const lists = addresses ? parseMetadata(addresses, 'addresses') : claims;
  const target = (name: 'release.json' | 'mirrors.json', { sha256 }: FileClaim) =>
    get(`release/targets/${sha256}.${name}`, MAX_BYTES[name]);
  return {
    roots: [],
    timestamp,
    snapshot,
    targets,
    release: await target('release.json', parseClaim(claims, 'targets', 'release.json')),
    mirrors: await target('mirrors.json', parseClaim(lists, 'targets', 'mirrors.json')),
    addresses,
  };
}

/**
 * Fetches the roots after a version, until one is absent (SPEC 9.5).
 * @throws NoAnswer where the source falls silent
 */
export async function fetchRoots(get: Get, after: number): Promise<Bytes[]> {
  const roots: Bytes[] = [];
  for (let version = after + 1; version <= after + MAX_ROOT_STEPS; version++) {
    try {
      const root = await get(`release/${version}.root.json`, MAX_BYTES.root);
      if (versionOf(root) !== version) break;
      roots.push(root);
    } catch (error) {
      if (error instanceof NoAnswer && !(error instanceof TooLong)) throw error;
      // A page that says that there is nothing.
      break;
    }
  }
  return roots;
}
