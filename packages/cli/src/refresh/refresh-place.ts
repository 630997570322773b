import {
  fetchHead,
  type Known,
  refreshBundle,
  type Refreshed,
  type Source,
} from '@tamizdat/release';
import { encodeCanonical } from '@tamizdat/verify/format';
import { MAX_BYTES, parseRoot } from '@tamizdat/verify';
import { refuseOlder, type Witness } from '../newest/refuse-older.ts';
import { openSigners } from '../release/open-signers.ts';
import { say } from '../language/say.ts';

export interface RefreshedPlace extends Refreshed {
  /** Number of the release that is said to be the newest. */
  number: number;
  /** What a new timestamp does not make fresh. */
  expired: string[];
}

/**
 * Signs anew that what a place serves is the newest release, after it was verified from a root on: neither a mirror nor
 * whoever can write to a folder may get an old or foreign release signed.
 * @param keys Folder of the key; undefined where it stands in the environment.
 * @param now Milliseconds since 1970.
 * @param witnesses Who knows a newest release: an older one is not signed again.
 * @throws ReleaseError, SourceError, ToldError; Error `older-release`
 */
export async function refreshPlace(
  source: Source,
  known: Known,
  keys: string | undefined,
  now: number,
  witnesses: readonly Witness[],
): Promise<RefreshedPlace> {
  const { head } = await fetchHead(source, known, now);
  await refuseOlder(
    say({ en: 'What is to be signed again', ru: 'То, что надо подписать ещё раз' }),
    witnesses,
    (trust) => fetchHead(source, { trust }, now),
  );
  const root = await parseRoot(encodeCanonical(head.trust.root));
  const signers = await openSigners(keys, root, ['timestamp']);
  const bundle = await source.read('release/bundle.json', MAX_BYTES.bundle);
  const refreshed = await refreshBundle(bundle ?? new Uint8Array(), head.trust, signers, now);
  const expired = head.expired.filter((role) => role !== 'timestamp');
  return { ...refreshed, number: head.release.number, expired };
}
