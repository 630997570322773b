import { hash } from 'node:crypto';

export const HASH_BYTES = 32;

/** @returns hexadecimal */
export function sha256(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'hex');
}
