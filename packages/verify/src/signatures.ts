import { encodeCanonical } from './json/canonical-json.ts';
import { fromHex } from './node/hex.ts';
import { ReleaseError } from './release-error.ts';
import type { Keyring, Metadata } from './metadata.ts';

/** Says whether an Ed25519 signature holds. All bytes: key 32, signature 64. */
export type VerifySignature = (
  key: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

/**
 * Ed25519 by WebCrypto.
 * @throws DOMException `NotSupportedError` where the browser lacks Ed25519: then a caller brings its own.
 */
export const verifyEd25519: VerifySignature = async (key, signature, message) => {
  const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, signature, message);
};

/**
 * Checks that a file is signed as a root, or targets that leave it to others, say (SPEC 9.4).
 * @throws ReleaseError `threshold`
 */
export async function verifySigned(
  metadata: Metadata,
  { keys, roles }: Keyring,
  verify: VerifySignature,
): Promise<void> {
  const { keyids, threshold } = roles[metadata.role] ?? NOBODY;
  const message = encodeCanonical(metadata.signed);
  const signers = new Set<string>();
  for (const { keyid, sig } of metadata.signatures) {
    const key = keys.get(keyid);
    if (key === undefined || !keyids.includes(keyid) || signers.has(key)) continue;
    if (!/^[0-9a-f]{128}$/.test(sig)) continue;
    if (await isValid(verify, fromHex(key), fromHex(sig), message)) signers.add(key);
  }
  if (signers.size < threshold)
    throw new ReleaseError('threshold', {
      at: metadata.role,
      expected: threshold,
      found: signers.size,
    });
}

/** Who may not sign at all. */
const NOBODY = { keyids: [], threshold: 1 };

/** A key that is no point on the curve makes an error in some browsers and a “no” in others: it is a “no”. */
async function isValid(...[verify, ...rest]: [VerifySignature, ...Parameters<VerifySignature>]) {
  try {
    return await verify(...rest);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataError') return false;
    throw error;
  }
}
