import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Milliseconds that fit a ULID's 48 bits. */
const LATEST = 2 ** 48 - 1;

/** SHA-256 of a text, lower-case hex. */
export const digestText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of bytes, lower-case hex. */
export const digestBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/**
 * The id of an imported article: a ULID of its time whose other 80 bits come from what its source knows it by, so that
 * the next import finds it again.
 * @param published Milliseconds since 1970; what is older counts as 0.
 */
export function importId(system: string, key: string, published: number): string {
  const time = Math.min(Math.max(0, Math.trunc(published)), LATEST);
  const hash = BigInt(`0x${digestText(`${system}\n${key}`).slice(0, 20)}`);
  let left = (BigInt(time) << 80n) | hash;
  let id = '';
  for (let place = 0; place < 26; place += 1) {
    id = (DIGITS[Number(left & 31n)] ?? '0') + id;
    left >>= 5n;
  }
  return id;
}
