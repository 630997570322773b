import path from 'node:path';
import {
  loadTrust,
  type MakeReleaseOptions,
  saveTrust,
  type SignedHead,
  startWith,
} from '@tamizdat/release';
import { verifyHead } from '@tamizdat/verify';

/**
 * The outlet's own record of the newest release that it signed, beside its roots: what a verifier remembers (SPEC
 * 9.14), the same for every machine. It is committed with the roots, on the branch whose changes are reviewed, and not
 * where the history of releases is kept: whoever can put an old history there cannot make the record old as well.
 */
export const recordOf = (keys: string): string => path.join(keys, 'newest.json');

/** Loads the record; undefined before the first release, or of an outlet that kept none yet. @throws ToldError */
export const loadRecord = (keys: string): ReturnType<typeof loadTrust> => loadTrust(recordOf(keys));

/** Writes the record of what was signed a moment ago. @param now Milliseconds since 1970. */
export async function saveRecord(
  keys: string,
  head: SignedHead,
  roots: MakeReleaseOptions['roots'],
  now: number,
): Promise<void> {
  const { trust } = await verifyHead({ ...head, roots }, startWith(roots), { now });
  saveTrust(recordOf(keys), trust);
}
