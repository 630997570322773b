import { encodeCanonical, type JsonObject, parseCanonical } from '@tamizdat/verify/format';
import type { Bytes } from './sign-metadata.ts';

/** Puts another timestamp into a bundle. */
export function alterBundle(bundle: Bytes, timestamp: Bytes): Bytes {
  const members = parseCanonical(bundle, 'bundle') as JsonObject;
  return encodeCanonical({ ...members, timestamp: parseCanonical(timestamp, 'timestamp') });
}
