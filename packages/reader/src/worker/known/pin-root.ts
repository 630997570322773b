import {
  digest,
  MAX_BYTES,
  parseRoot,
  ReleaseError,
  startTrust,
  type Trust,
} from '@tamizdat/verify';
import { encodeCanonical, type JsonObject, parseCanonical } from '@tamizdat/verify/format';
import type { Bytes } from '../bytes.ts';

/**
 * Takes the outlet's first root for what it is (SPEC 6.7).
 * @throws ReleaseError `wrong-publisher` where its fingerprint is another, and as `parseRoot`
 */
export async function pinRoot(bytes: Bytes, fingerprint: string): Promise<Trust> {
  const { signed } = await parseRoot(bytes);
  if ((await digest(encodeCanonical(signed))) !== fingerprint)
    throw new ReleaseError('wrong-publisher');
  return startTrust(parseCanonical(bytes, 'root') as JsonObject);
}

/** Where the first root stands at a base address, and how long it may be. */
export const FIRST_ROOT = { name: 'release/1.root.json', max: MAX_BYTES.root };
