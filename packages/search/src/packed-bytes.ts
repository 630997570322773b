import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Stands before the data in each of Pagefind's gzipped files. */
const SIGNATURE = new TextEncoder().encode('pagefind_dcd');

/** What one of Pagefind's files holds. */
export function unpackBytes(packed: Uint8Array): Uint8Array {
  return gunzipSync(packed).subarray(SIGNATURE.length);
}

/** The same bytes for the same data, as Pagefind reads them. */
export function packBytes(data: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([SIGNATURE, data]), { level: 9 });
}

/** SHA-256 in hexadecimal, from which names of files are cut. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
