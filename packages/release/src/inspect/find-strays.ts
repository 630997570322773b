import { MAX_FILE_BYTES } from '../limits.ts';
import type { Source } from './source.ts';

/** Names in `release/` that may stand there whatever they hold: metadata of any release, and publishers' notes (SPEC 6.1, 11). */
const METADATA =
  /^(?:[1-9]\d*\.(?:root|snapshot|targets)|timestamp|bundle|pending|published)\.json$/;

/** Names that are the hash of what they hold (SPEC 5.2, 6.1, 11.1). */
const BY_HASH =
  /^(?:nodes\/([0-9a-f]{2})\/([0-9a-f]{62})|files\/([0-9a-f]{64})|targets\/([0-9a-f]{64})\.(?:release|mirrors)\.json)$/;

/**
 * Finds files in `release/` that no release has there: anybody could show a page under the outlet's address with them.
 * @returns paths from the root of the site
 * @throws SourceError
 */
export function findStrays({ listRelease, hash }: Source): string[] {
  const isStray = (name: string): boolean => {
    if (METADATA.test(name)) return false;
    const digits = BY_HASH.exec(name)?.slice(1).join('');
    return !digits || hash?.(`release/${name}`, MAX_FILE_BYTES)?.hash !== digits;
  };
  return (listRelease?.() ?? []).filter(isStray).map((name) => `release/${name}`);
}
