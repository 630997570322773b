import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { canonicalize } from '@tamizdat/verify/format';
import { sha256 } from '../tree/sha256.ts';

/** What is known of a key by everybody. */
export interface PublicKey {
  /** SPEC 6.2. */
  id: string;
  /** 32 bytes, hexadecimal. */
  point: string;
}

/** A key that can sign. It holds its secret where neither JSON nor a log shows it. */
export interface SigningKey extends PublicKey {
  /** @returns 64 bytes, hexadecimal */
  sign: (message: Uint8Array) => string;
}

/** What stands before the 32 bytes of a seed in PKCS #8 (RFC 8410, section 7). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** @param seed The 32 bytes that RFC 8032 calls the private key. */
export function createSigningKey(seed: Uint8Array): SigningKey {
  const secret = createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' });
  const point = Buffer.from(x, 'base64url').toString('hex');
  return {
    ...namePublicKey(point),
    sign: (message) => sign(null, message, secret).toString('hex'),
  };
}

/** Gives a public key its id (SPEC 6.2). */
export function namePublicKey(point: string): PublicKey {
  const object = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: point } };
  return { id: sha256(canonicalize(object)), point };
}
